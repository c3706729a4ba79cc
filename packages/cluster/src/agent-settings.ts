import type * as pulumi from "@pulumi/pulumi";

/**
 * How the ECS agent of a host is set up. The variables that it reads, with their units and defaults:
 * https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables
 */
export interface AgentSettings {
  /** Cluster that the host registers with. */
  clusterName: pulumi.Input<string>;
  /** Seconds from the end of a task until its containers go, and with them the drive letters of its FSx volumes. */
  taskCleanupSeconds: number;
  /** Memory of the host that ECS leaves to the operating system. */
  reservedMemoryMiB: number;
  /** Whether hosts wait in a warm pool: then the agent registers its host only once that is in service. */
  warmPool: boolean;
  /** Whether hosts may be on Spot: then the agent drains its host in the two minutes before AWS takes it back. */
  spotDraining: boolean;
  /**
   * Seconds that the layers of an image may take to unpack without a sign of progress, before the pull fails.
   *
   * @default - Windows 1800, since one layer may hold gigabytes; Linux 60, the agent's own
   */
  imagePullInactivitySeconds?: number;
  /**
   * Seconds that a container may take to start.
   *
   * @default - Windows 900, since the first start after a boot is slow; Linux 180, the agent's own
   */
  containerStartTimeoutSeconds?: number;
  /**
   * Minutes between two looks for images that no container uses, 10 or more: the agent ignores less.
   *
   * @default 30
   */
  imageCleanupMinutes?: number;
  /**
   * Minutes from the pull of an image until it may be removed.
   *
   * @default 60
   */
  imageMinimumAgeMinutes?: number;
  /**
   * Images that one look removes at most, 1 or more: the agent ignores less.
   *
   * @default 5
   */
  imagesPerCleanup?: number;
}

/** The settings as variables of the agent, but for the cluster. What is left out keeps the agent's own default. */
export function agentVariables(settings: Omit<AgentSettings, "clusterName">): [name: string, value: string][] {
  const variables: [string, string | undefined][] = [
    ["ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION", duration(settings.taskCleanupSeconds, "s")],
    ["ECS_RESERVED_MEMORY", String(settings.reservedMemoryMiB)],
    ["ECS_IMAGE_PULL_INACTIVITY_TIMEOUT", duration(settings.imagePullInactivitySeconds, "s")],
    ["ECS_CONTAINER_START_TIMEOUT", duration(settings.containerStartTimeoutSeconds, "s")],
    ["ECS_IMAGE_CLEANUP_INTERVAL", duration(settings.imageCleanupMinutes, "m")],
    ["ECS_IMAGE_MINIMUM_CLEANUP_AGE", duration(settings.imageMinimumAgeMinutes, "m")],
    ["ECS_NUM_IMAGES_DELETE_PER_CYCLE", settings.imagesPerCleanup?.toString()],
    ["ECS_WARM_POOLS_CHECK", settings.warmPool ? "true" : undefined],
    ["ECS_ENABLE_SPOT_INSTANCE_DRAINING", settings.spotDraining ? "true" : undefined],
  ];
  return variables.filter((variable): variable is [string, string] => variable[1] !== undefined);
}

function duration(count: number | undefined, unit: "s" | "m"): string | undefined {
  return count === undefined ? undefined : `${count}${unit}`;
}
