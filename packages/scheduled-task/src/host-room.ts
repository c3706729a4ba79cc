import { demandOf } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import { shortestSecondsBetweenRuns } from "./schedule-expression.ts";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";
import { hostOf } from "./task-hosts.ts";

/**
 * Takes room on the hosts for the runs that can go on at once. Where it cannot be judged, it says so. A run that begins
 * late within its window counts as one that takes longer; a schedule that is not enabled takes nothing.
 *
 * @throws {pulumi.ResourceError} where the hosts have not so much room, at their largest number.
 */
export function takeHostRoom(component: pulumi.Resource, title: string, args: ScheduledTaskArgs): void {
  const { task, schedule, enabled = true, longestRunMinutes = 60, flexibleWindowMinutes = 0 } = args;
  if (task.shape.launchType !== "EC2" || !enabled) return;
  const host = hostOf(args);
  const demand = demandOf(task.shape);
  if (host === undefined) {
    const why = "capacityProvider names other hosts than the cluster's own";
    void pulumi.log.info(`${title}: Room for the runs is not judged: ${why}.`, component);
  } else if (demand === undefined) {
    const why = "the task does not say what it takes of a host. Give its shape a reservation";
    void pulumi.log.warn(`${title}: Room for the runs is not judged: ${why}.`, component);
  } else {
    const runs = { task: demand, tasks: args.taskCount ?? 1, secondsBetweenRuns: shortestSecondsBetweenRuns(schedule) };
    const longestRunSeconds = (longestRunMinutes + flexibleWindowMinutes) * 60;
    host.take({ kind: "schedule", title, ...runs, longestRunSeconds }, component);
  }
}
