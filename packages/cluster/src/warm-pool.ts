import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { HostSettings } from "./host-settings.ts";

/**
 * What makes a group keep stopped hosts ready. Both sizes alike make the pool that large, whatever the group's own
 * size; ECS forbids to return hosts to it
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-warm-pool.html).
 */
export function warmPool({ warmPool: pool, instanceWarmupSeconds }: HostSettings): Partial<aws.autoscaling.GroupArgs> {
  if (pool === undefined) return {};
  return {
    warmPool: { poolState: "Stopped", minSize: pool.hosts, maxGroupPreparedCapacity: pool.hosts },
    forceDeleteWarmPool: true,
    // For the pool's first hosts, which start with the group. AWS takes it at the group's creation only.
    initialLifecycleHooks: [{ name: "start", ...startHook(instanceWarmupSeconds) }],
    // The provider waits for the hosts to be in service, which they are when the hook has passed.
    waitForCapacityTimeout: `${instanceWarmupSeconds + 600}s`,
  };
}

/**
 * Gives each host its time to start before it is stopped for the pool: without a hook AWS would stop it in the midst.
 * It has the name of the initial one, and so is the same hook, for a pool that an existing group gets.
 */
export function createStartHook(
  parent: pulumi.Resource,
  name: string,
  { warmPool: pool, instanceWarmupSeconds }: HostSettings,
  group: aws.autoscaling.Group,
): void {
  if (pool === undefined) return;
  new aws.autoscaling.LifecycleHook(
    `${name}-start`,
    { name: "start", autoscalingGroupName: group.name, ...startHook(instanceWarmupSeconds) },
    { parent },
  );
}

/**
 * Nobody completes it: its time is the time to start. A host that leaves the pool passes it too, but only to be
 * counted; its agent registers before that, since it asks where the host goes, not where it is.
 */
function startHook(heartbeatTimeout: number) {
  return {
    lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
    heartbeatTimeout,
    defaultResult: "CONTINUE",
  } satisfies Partial<aws.autoscaling.LifecycleHookArgs>;
}
