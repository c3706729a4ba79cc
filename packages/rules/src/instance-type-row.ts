import { archivedGuide, type Evidence } from "./evidence.ts";
import type { CpuArchitecture } from "./types.ts";

/** What one EC2 instance type offers to the tasks of ECS. */
export interface InstanceTypeRow extends Evidence {
  /** The name of the type, such as `m6i.xlarge`. */
  type: string;
  /** Processors, each with 1024 CPU units. */
  vCpu: number;
  /** Memory as EC2 advertises it; ECS registers less. */
  memoryMiB: number;
  /** Network interfaces at most, the host's own among them. */
  networkInterfaces: number;
  /**
   * Tasks in network mode awsvpc with ENI trunking; ECS's own figure, which EKS's branch interfaces fall short of.
   *
   * @default - the type has no trunking, or no source here says how many
   */
  trunkedTasks?: number;
  /**
   * Where `trunkedTasks` comes from.
   *
   * @default - the row has none
   */
  trunkingSource?: string;
  /** The processor, which images are built for. */
  cpuArchitecture: CpuArchitecture;
}

/** Name, vCPU, MiB, network interfaces and tasks with trunking. */
type Figures = readonly [string, number, number, number, number?];

const recorded: Evidence = { source: "ec2 DescribeInstanceTypes (recorded in moto 5.2.1)", checkedOn: "2026-11-24" };
const trunkingSource = archivedGuide("container-instance-eni").source;

/** The rows of one processor. */
export function rowsOf(cpuArchitecture: CpuArchitecture, figures: readonly Figures[]): InstanceTypeRow[] {
  return figures.map(([type, vCpu, memoryMiB, networkInterfaces, trunkedTasks]) => ({
    type,
    vCpu,
    memoryMiB,
    networkInterfaces,
    ...(trunkedTasks === undefined ? {} : { trunkedTasks, trunkingSource }),
    cpuArchitecture,
    ...recorded,
  }));
}
