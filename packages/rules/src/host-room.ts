import type { HostGroup, TaskDemand } from "./host-group.ts";
import { instanceTypeOf } from "./instance-type.ts";
import type { InstanceTypeRow } from "./instance-type-row.ts";
import { limits } from "./limit.ts";

/** What a host runs out of. */
export type HostLimit = "network interfaces" | "memory" | "CPU units" | "drive letters";

/** How many equal tasks a host takes. */
export interface TaskRoom {
  /** Tasks that one host takes. */
  tasksPerHost: number;
  /** What there would be too little of for one more. */
  limit: HostLimit;
}

/**
 * Share of an instance's memory that is taken to be registered. A kernel and the platform keep some back, and how much
 * is not published: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html.
 */
export const registeredMemoryShare = 0.95;

/** The field of a demand behind each limit; the first of equals is the one that is named. */
export const demandOfLimit: Record<HostLimit, keyof TaskDemand> = {
  "network interfaces": "networkInterfaces",
  memory: "memoryMiB",
  "CPU units": "cpu",
  "drive letters": "driveLetters",
};

/** How a sentence counts each field of a demand. */
export const demandUnits: Record<keyof TaskDemand, string> = {
  networkInterfaces: "network interfaces",
  memoryMiB: "MiB of memory",
  cpu: "CPU units",
  driveLetters: "drive letters",
};

/** What an empty host of the type has for tasks. */
export function hostSpace(group: HostGroup, row: InstanceTypeRow): TaskDemand {
  const registered = Math.floor(row.memoryMiB * registeredMemoryShare);
  const ownInterfaces = row.networkInterfaces - 1;
  const trunked = group.operatingSystemFamily === "LINUX" && group.eniTrunking ? row.trunkedTasks : undefined;
  return {
    cpu: row.vCpu * 1024,
    memoryMiB: Math.max(0, registered - group.reservedMemoryMiB),
    networkInterfaces: trunked ?? ownInterfaces,
    driveLetters: limits["fsx-windows-volumes-per-instance"].maximum,
  };
}

/** How many tasks of one kind the space takes. */
export function roomIn(space: TaskDemand, task: TaskDemand): TaskRoom {
  const rooms = (Object.keys(demandOfLimit) as HostLimit[]).map((limit): TaskRoom => {
    const needed = task[demandOfLimit[limit]];
    const tasksPerHost = needed > 0 ? Math.floor(space[demandOfLimit[limit]] / needed) : Number.POSITIVE_INFINITY;
    return { tasksPerHost, limit };
  });
  return rooms.reduce((least, room) => (room.tasksPerHost < least.tasksPerHost ? room : least));
}

/** The rows of the group's instance types, or undefined where one is not in the table or none is named. */
export function hostRows(group: HostGroup): InstanceTypeRow[] | undefined {
  const rows = group.instanceTypes.map(instanceTypeOf).filter((row) => row !== undefined);
  return rows.length > 0 && rows.length === group.instanceTypes.length ? rows : undefined;
}

/**
 * How many tasks of one kind an empty host takes, on the weakest of the group's instance types: the least of what its
 * network interfaces, memory, CPU and drive letters allow. Undefined where a type is not in the table.
 */
export function hostRoom(group: HostGroup, task: TaskDemand): (TaskRoom & { instanceType: string }) | undefined {
  return hostRows(group)
    ?.map((row) => ({ ...roomIn(hostSpace(group, row), task), instanceType: row.type }))
    .reduce((weakest, room) => (room.tasksPerHost < weakest.tasksPerHost ? room : weakest));
}
