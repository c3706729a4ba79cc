import type { TaskDemand } from "./host-group.ts";
import { demandOfLimit, roomIn } from "./host-room.ts";

/** Equal tasks that run at the same time. */
export interface TaskLoad {
  /** One of them. */
  task: TaskDemand;
  /** How many there are. */
  count: number;
}

const fields = Object.values(demandOfLimit);

/**
 * Hosts of equal space that first-fit decreasing needs for the tasks: the largest are placed first, each on the first
 * host with room. Infinite where a task fits on none.
 */
export function hostsNeeded(space: TaskDemand, loads: readonly TaskLoad[]): number {
  const hosts: TaskDemand[] = [];
  const largestFirst = loads.toSorted((one, other) => shareOf(space, other.task) - shareOf(space, one.task));
  for (const { task, count } of largestFirst.filter((load) => load.count > 0)) {
    if (roomIn(space, task).tasksPerHost === 0 || count === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    let left = count;
    for (let index = 0; left > 0; index += 1) {
      const host = hosts[index] ?? space;
      const placed = Math.min(left, roomIn(host, task).tasksPerHost);
      hosts[index] = rest(host, task, placed);
      left -= placed;
    }
  }
  return hosts.length;
}

/** The loads that fit together on one host, the ones with the most of the field first. */
export function fullestHost(space: TaskDemand, loads: readonly TaskLoad[], field: keyof TaskDemand): TaskLoad[] {
  let host = space;
  const mostFirst = loads.toSorted((one, other) => other.task[field] - one.task[field]);
  return mostFirst.map(({ task, count }) => {
    const placed = Math.min(count, roomIn(host, task).tasksPerHost);
    host = rest(host, task, placed);
    return { task, count: placed };
  });
}

/** The largest share of the space that the task takes in any respect. */
function shareOf(space: TaskDemand, task: TaskDemand): number {
  return Math.max(...fields.map((field) => (task[field] === 0 ? 0 : task[field] / space[field])));
}

function rest(host: TaskDemand, task: TaskDemand, count: number): TaskDemand {
  return {
    cpu: host.cpu - task.cpu * count,
    memoryMiB: host.memoryMiB - task.memoryMiB * count,
    networkInterfaces: host.networkInterfaces - task.networkInterfaces * count,
    driveLetters: host.driveLetters - task.driveLetters * count,
  };
}
