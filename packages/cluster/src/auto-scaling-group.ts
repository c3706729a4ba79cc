import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { HostSettings } from "./host-settings.ts";
import { createStartHook, warmPool } from "./warm-pool.ts";

/**
 * Creates the group of hosts over the zones of its subnets. ECS decides how many stand, and protects those that have
 * tasks; a new template replaces host by host, one more first.
 */
export function createAutoScalingGroup(
  parent: pulumi.Resource,
  name: string,
  settings: HostSettings,
  template: aws.ec2.LaunchTemplate,
): aws.autoscaling.Group {
  const group = new aws.autoscaling.Group(
    name,
    {
      vpcZoneIdentifiers: settings.subnetIds,
      minSize: settings.minimumHosts,
      maxSize: settings.maximumHosts,
      mixedInstancesPolicy: mixedInstancesPolicy(settings, template),
      capacityRebalance: settings.spotPercent > 0,
      protectFromScaleIn: true,
      // ECS protects the hosts from scaling in, so that a group which shrinks to nothing first would wait for ever.
      forceDelete: true,
      healthCheckType: "EC2",
      healthCheckGracePeriod: settings.instanceWarmupSeconds,
      defaultInstanceWarmup: settings.instanceWarmupSeconds,
      enabledMetrics,
      instanceRefresh: instanceRefresh(settings),
      tags: launchTags(name, settings.tags),
      ...warmPool(settings),
    },
    { parent, ignoreChanges: ["desiredCapacity", "initialLifecycleHooks"], customTimeouts: { delete: "30m" } },
  );
  createStartHook(parent, name, settings, group);
  return group;
}

/** Free of charge (https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html). */
const enabledMetrics: aws.types.enums.autoscaling.Metric[] = [
  "GroupDesiredCapacity",
  "GroupInServiceInstances",
  "GroupMaxSize",
  "GroupMinSize",
  "GroupPendingInstances",
  "GroupTerminatingInstances",
  "GroupTotalInstances",
];

/** Types have no weights: ECS does not scale a group that has them. */
function mixedInstancesPolicy(
  { instanceTypes, spotPercent }: HostSettings,
  template: aws.ec2.LaunchTemplate,
): aws.types.input.autoscaling.GroupMixedInstancesPolicy {
  return {
    instancesDistribution: {
      onDemandAllocationStrategy: "prioritized",
      onDemandPercentageAboveBaseCapacity: 100 - spotPercent,
      spotAllocationStrategy: "price-capacity-optimized",
    },
    launchTemplate: {
      // The number, not "$Latest": only a change of it starts a refresh, and only from it AWS can roll back.
      launchTemplateSpecification: {
        launchTemplateId: template.id,
        version: pulumi.interpolate`${template.latestVersion}`,
      },
      overrides: instanceTypes.map((instanceType) => ({ instanceType })),
    },
  };
}

/** `Refresh`: by default AWS would wait an hour for the protection by ECS to end, and then fail. */
function instanceRefresh({ instanceWarmupSeconds }: HostSettings): aws.types.input.autoscaling.GroupInstanceRefresh {
  return {
    strategy: "Rolling",
    preferences: {
      minHealthyPercentage: 100,
      maxHealthyPercentage: 150,
      instanceWarmup: String(instanceWarmupSeconds),
      scaleInProtectedInstances: "Refresh",
      skipMatching: true,
      autoRollback: true,
    },
  };
}

/** ECS sets `AmazonECSManaged` on the group; on the hosts it must be from their start, or scaling goes wrong. */
function launchTags(name: string, tags: Record<string, string>): aws.types.input.autoscaling.GroupTag[] {
  const all = { ...tags, Name: name, AmazonECSManaged: "true" };
  return Object.entries(all).map(([key, value]) => ({ key, value, propagateAtLaunch: true }));
}
