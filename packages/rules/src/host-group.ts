import type { CpuArchitecture, OperatingSystemFamily } from "./types.ts";

/** What one task takes of the host that it runs on. */
export interface TaskDemand {
  /** CPU units, in 1/1024 vCPU. */
  cpu: number;
  /** Memory that ECS reserves for it. */
  memoryMiB: number;
  /** Network interfaces of its own: one in network mode awsvpc, none otherwise. */
  networkInterfaces: number;
  /** Drive letters: one for each FSx for Windows volume. */
  driveLetters: number;
}

/** A group of hosts that tasks for EC2 are placed on: an Auto Scaling group behind a capacity provider. */
export interface HostGroup {
  /** The operating system of the hosts, to the edition. */
  operatingSystemFamily: OperatingSystemFamily;
  /** The processor of the hosts. */
  cpuArchitecture: CpuArchitecture;
  /** Instance types that the group may start; capacity is judged by the weakest. */
  instanceTypes: readonly string[];
  /** Hosts that the group grows to at most. */
  maximumHosts: number;
  /** Memory that ECS leaves to the operating system of a host (`ECS_RESERVED_MEMORY`). */
  reservedMemoryMiB: number;
  /** Seconds until a stopped task is cleaned up, and its drive letters with it (`ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION`). */
  taskCleanupSeconds: number;
  /** Whether tasks share trunk interfaces (ENI trunking), which Windows does not have. */
  eniTrunking: boolean;
}

/** What stands on a group of hosts, at its largest. */
export type HostTenant =
  | {
      kind: "service";
      /** As a message names it, such as `LoadBalancedService "app"`. */
      title: string;
      /** One task. */
      task: TaskDemand;
      /** Tasks that run at most while nothing is deployed. */
      tasks: number;
      /** Share of them that may run during a deployment; AWS rounds the tasks down. */
      maximumPercent: number;
    }
  | {
      kind: "schedule";
      /** As a message names it, such as `ScheduledTask "sweep"`. */
      title: string;
      /** One task. */
      task: TaskDemand;
      /** Tasks of one run. */
      tasks: number;
      /** How long a run takes at most; a longer one overlaps with the next. */
      longestRunSeconds: number;
      /**
       * The shortest time between two runs.
       *
       * @default - a single run
       */
      secondsBetweenRuns?: number;
    };
