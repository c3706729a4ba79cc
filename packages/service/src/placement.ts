import { hasOwnAddress, hostConstraint, spreadOverHosts } from "@acme/rules";
import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { capacityOf } from "./capacity.ts";
import type { ServiceArgs } from "./service-args.ts";
import { hostOf } from "./task-hosts.ts";

/** What a service says of the place of its tasks. */
export type Placement = Pick<
  aws.ecs.ServiceArgs,
  | "capacityProviderStrategies"
  | "platformVersion"
  | "networkConfiguration"
  | "placementConstraints"
  | "orderedPlacementStrategies"
>;

/**
 * Where the tasks run. A network configuration goes with awsvpc alone, a platform version with Fargate, and constraints
 * and strategies with hosts. `LATEST` is the platform version because a number would hold security updates back: on Linux
 * it is 1.4.0 today, on Windows 1.0.0, and Security Hub's ECS.10 accepts it.
 */
export function placementOf(args: ServiceArgs, taskSecurityGroupId: pulumi.Input<string>): Placement {
  const { shape, clientSecurityGroupIds } = args.task;
  return {
    capacityProviderStrategies: capacityOf(args),
    platformVersion: shape.launchType === "FARGATE" ? "LATEST" : undefined,
    networkConfiguration: hasOwnAddress(shape)
      ? {
          subnets: args.privateSubnetIds,
          securityGroups: [taskSecurityGroupId, ...clientSecurityGroupIds, ...hostGroups(args)],
          assignPublicIp: false,
        }
      : undefined,
    ...(shape.launchType === "EC2" && {
      placementConstraints: [hostConstraint(shape)],
      orderedPlacementStrategies: spreadOverHosts(),
    }),
  };
}

/** Security groups that tasks wear for the sake of their hosts. */
export function hostGroups(args: ServiceArgs): readonly pulumi.Input<string>[] {
  return args.task.shape.launchType === "EC2" ? (hostOf(args)?.taskSecurityGroupIds ?? []) : [];
}
