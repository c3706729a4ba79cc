import { judgeEc2TaskSize } from "./ec2-task-size.ts";
import { judgeFamily } from "./family-limit.ts";
import { judgeFargateTaskSize } from "./fargate-task-size.ts";
import { judgeFeatures } from "./feature.ts";
import type { Feature } from "./feature-names.ts";
import { judgeLimit } from "./limit.ts";
import { judgeNetworkMode } from "./network-mode.ts";
import { judgeOperatingSystem } from "./operating-system.ts";
import { applyOverrides, type Refusal, type RuleOverride } from "./refusal.ts";
import {
  type CpuArchitecture,
  type LaunchType,
  type NetworkMode,
  type OperatingSystemFamily,
  type Platform,
  platformOf,
} from "./types.ts";
import { judgeVolumes } from "./volume.ts";
import type { VolumeKind } from "./volume-support.ts";

/** What the rules need to know about a task definition. */
export interface TaskShape {
  /** Where the task runs. */
  launchType: LaunchType;
  /** The operating system of its containers. */
  operatingSystemFamily: OperatingSystemFamily;
  /** The processor that its images are built for. */
  cpuArchitecture: CpuArchitecture;
  /**
   * CPU units of the task, in 1/1024 vCPU; required on Fargate.
   *
   * @default - the containers share the instance
   */
  cpu?: number;
  /**
   * Memory of the task; required on Fargate.
   *
   * @default - each container has its own
   */
  memoryMiB?: number;
  /**
   * What ECS reserves on a host for the task: its own size, or what its containers ask for together.
   *
   * @default - nothing is known of it, and no host is judged by it
   */
  reservation?: { cpu: number; memoryMiB: number };
  /**
   * Ephemeral storage of a Fargate task.
   *
   * @default - AWS's 20 GiB, which may not be written out
   */
  ephemeralStorageGiB?: number;
  /** The kind of every volume, once for each volume. */
  volumes: VolumeKind[];
  /** The features that any container of the task uses; the order does not matter. */
  features: Feature[];
  /** The number of containers. */
  containers: number;
  /**
   * The network mode that the task definition names; `default` where it names none, which is `bridge` on EC2 Linux and
   * Windows NAT on EC2 Windows.
   *
   * @default - the mode is not judged
   */
  networkMode?: NetworkMode | "default";
}

/** Everything about the task that AWS refuses, in a stable order; an override turns its rule into a warning. */
export function judgeTask(task: TaskShape, overrides: RuleOverride[] = []): Refusal[] {
  const refusals = [
    ...judgeOperatingSystem(task),
    judgeLimit("containers-per-task-definition", task.containers),
    ...judgePlatform(task),
    ...judgeFamily(task),
  ].filter((refusal) => refusal !== undefined);
  return applyOverrides(refusals, overrides);
}

function judgeSize(task: TaskShape, platform: Platform): (Refusal | undefined)[] {
  if (platform !== "fargate-linux" && platform !== "fargate-windows") return [judgeEc2TaskSize(task, platform)];
  const { ephemeralStorageGiB: storage } = task;
  return [
    judgeFargateTaskSize(task, task.operatingSystemFamily),
    storage === undefined ? undefined : judgeLimit("ephemeral-storage", storage),
  ];
}

/** Sizes, network mode, volumes and features; without a platform there is nothing to ask them about. */
function judgePlatform(task: TaskShape): (Refusal | undefined)[] {
  const platform = platformOf(task.launchType, task.operatingSystemFamily);
  if (!platform) return [];
  const storage: Feature[] = task.ephemeralStorageGiB === undefined ? [] : ["ephemeral-storage"];
  return [
    ...judgeSize(task, platform),
    task.networkMode && judgeNetworkMode(task.networkMode, platform),
    ...judgeVolumes(task.volumes, platform),
    ...judgeFeatures([...task.features, ...storage], platform, task),
  ];
}
