import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { deploymentOf } from "./deployment.ts";
import { placementOf } from "./placement.ts";
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
 * `forceNewDeployment` is what the provider wants before it changes the capacity of a service that exists, and what makes
 * other placement rules hold at once. With it every update of the service, though not of its tags alone, starts its tasks
 * anew (https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ecs/service.go).
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
      taskDefinition: args.task.taskDefinitionArn,
      desiredCount: parts.desiredCount,
      enableExecuteCommand: args.task.executeCommand,
      ...placementOf(args, parts.taskSecurityGroupId),
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
