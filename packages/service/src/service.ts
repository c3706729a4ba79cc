import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { capacityOf } from "./capacity.ts";
import { deploymentOf } from "./deployment.ts";
import type { ServiceArgs } from "./service-args.ts";

/** What the component made for the service, beside the caller's arguments. */
export interface ServiceParts {
  desiredCount: number;
  /** Whether an autoscaler owns the number of tasks: `up` then leaves it alone. */
  autoscaled: boolean;
  /** Security group of the tasks themselves. */
  taskSecurityGroupId: pulumi.Input<string>;
  /** What must stand before a task can start and be reached. */
  dependsOn: pulumi.Resource[];
  /**
   * Where requests come from, and how long a new task may fail its health check.
   *
   * @default - nobody sends requests
   */
  traffic?: { loadBalancer: aws.types.input.ecs.ServiceLoadBalancer; healthCheckGracePeriodSeconds: number };
  /**
   * Names of the alarms that bring the last version back.
   *
   * @default - only the circuit breaker does
   */
  rollBackOn?: pulumi.Input<string>[];
}

/**
 * Creates the ECS service and waits until it is steady.
 *
 * `forceNewDeployment` is what the provider wants before it changes the capacity of a service that exists. With it every
 * update of the service, though not of its tags alone, starts its tasks anew
 * (https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ecs/service.go).
 *
 * `LATEST` is the platform version because a number would hold security updates back: on Linux it is 1.4.0 today, on
 * Windows 1.0.0, and Security Hub's ECS.10 accepts it.
 */
export function createService(
  parent: pulumi.Resource,
  name: string,
  args: ServiceArgs,
  parts: ServiceParts,
): aws.ecs.Service {
  const timeout = `${deploymentOf(args).timeoutMinutes}m`;
  return new aws.ecs.Service(
    name,
    {
      cluster: args.cluster.clusterArn,
      desiredCount: parts.desiredCount,
      ...placement(args, parts),
      loadBalancers: parts.traffic && [parts.traffic.loadBalancer],
      healthCheckGracePeriodSeconds: parts.traffic?.healthCheckGracePeriodSeconds,
      ...rollout(args, parts),
      enableEcsManagedTags: true,
      propagateTags: "SERVICE",
    },
    {
      parent,
      dependsOn: parts.dependsOn,
      ignoreChanges: parts.autoscaled ? ["desiredCount"] : [],
      customTimeouts: { create: timeout, update: timeout, delete: timeout },
    },
  );
}

function placement({ task, ...args }: ServiceArgs, { taskSecurityGroupId }: ServiceParts): aws.ecs.ServiceArgs {
  return {
    taskDefinition: task.taskDefinitionArn,
    enableExecuteCommand: task.executeCommand,
    capacityProviderStrategies: capacityOf(task.shape, args.capacityProviderStrategies),
    platformVersion: task.shape.launchType === "FARGATE" ? "LATEST" : undefined,
    networkConfiguration: {
      subnets: args.privateSubnetIds,
      securityGroups: [taskSecurityGroupId, ...task.clientSecurityGroupIds],
      assignPublicIp: false,
    },
  };
}

function rollout(args: ServiceArgs, { rollBackOn }: ServiceParts): aws.ecs.ServiceArgs {
  const deployment = deploymentOf(args);
  return {
    deploymentMinimumHealthyPercent: deployment.minimumHealthyPercent,
    deploymentMaximumPercent: deployment.maximumPercent,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    alarms: rollBackOn && { alarmNames: rollBackOn, enable: true, rollback: true },
    availabilityZoneRebalancing: deployment.availabilityZoneRebalancing ? "ENABLED" : "DISABLED",
    waitForSteadyState: true,
    forceNewDeployment: true,
  };
}
