import type { TaskDemand } from "./host-group.ts";
import type { TaskShape } from "./task.ts";

/** What the task takes of its host, or undefined where its reservation is not known. Unsaid, the network mode is awsvpc. */
export function demandOf(task: TaskShape): TaskDemand | undefined {
  if (!task.reservation) return undefined;
  return {
    cpu: task.reservation.cpu,
    memoryMiB: task.reservation.memoryMiB,
    networkInterfaces: (task.networkMode ?? "awsvpc") === "awsvpc" ? 1 : 0,
    driveLetters: task.volumes.filter((kind) => kind === "fsx-windows").length,
  };
}
