import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { HostSettings } from "./host-settings.ts";

/**
 * Creates the capacity provider by which ECS scales the group to its tasks. Termination protection works only with
 * managed scaling and with a group that protects its hosts from scaling in
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-termination-protection.html); draining moves
 * tasks away before a host goes.
 */
export function createCapacityProvider(
  parent: pulumi.Resource,
  name: string,
  settings: HostSettings,
  group: aws.autoscaling.Group,
): aws.ecs.CapacityProvider {
  return new aws.ecs.CapacityProvider(
    name,
    {
      autoScalingGroupProvider: {
        autoScalingGroupArn: group.arn,
        managedTerminationProtection: "ENABLED",
        managedDraining: "ENABLED",
        managedScaling: {
          status: "ENABLED",
          targetCapacity: settings.targetCapacityPercent,
          instanceWarmupPeriod: settings.instanceWarmupSeconds,
        },
      },
    },
    { parent },
  );
}
