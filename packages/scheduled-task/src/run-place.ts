import { hasOwnAddress, hostConstraint, spreadOverHosts } from "@acme/rules";
import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";
import { hostOf } from "./task-hosts.ts";

/** What a schedule says of the place of its tasks. */
export type RunPlace = Pick<
  aws.types.input.scheduler.ScheduleTargetEcsParameters,
  "capacityProviderStrategies" | "networkConfiguration" | "placementConstraints" | "placementStrategies"
>;

/** Where the runs go. A network configuration goes with awsvpc alone, constraints and strategies with hosts. */
export function placeOf(args: ScheduledTaskArgs, securityGroupId: pulumi.Input<string>): RunPlace {
  const { shape, clientSecurityGroupIds } = args.task;
  const capacityProvider = args.capacityProvider ?? hostOf(args)?.capacityProviderName ?? "FARGATE";
  return {
    capacityProviderStrategies: [{ capacityProvider, weight: 1 }],
    networkConfiguration: hasOwnAddress(shape)
      ? {
          subnets: args.subnetIds,
          securityGroups: [securityGroupId, ...clientSecurityGroupIds, ...(hostOf(args)?.taskSecurityGroupIds ?? [])],
          assignPublicIp: false,
        }
      : undefined,
    ...(shape.launchType === "EC2" && {
      placementConstraints: [hostConstraint(shape)],
      placementStrategies: spreadOverHosts(),
    }),
  };
}
