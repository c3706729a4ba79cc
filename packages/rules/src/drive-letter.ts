import type { HostGroup, HostTenant } from "./host-group.ts";
import { fullestHost, type TaskLoad } from "./host-placement.ts";
import { hostRows, hostSpace } from "./host-room.ts";
import { mostLoads, uncleanedRuns } from "./host-tenant.ts";
import type { InstanceTypeRow } from "./instance-type-row.ts";
import { error, type Refusal } from "./refusal.ts";

/** The shortest clean-up that the ECS agent takes: aws/amazon-ecs-agent, agent/config, minimumTaskCleanupWaitDuration. */
const shortestCleanupSeconds = 60;

/** Drive letters that one host may hold at once, by what holds them. */
interface HeldLetters {
  /** Tasks that run. */
  running: number;
  /** Tasks that a deployment has replaced. */
  replaced: number;
  /** Runs of schedules that have ended. */
  ended: number;
}

/**
 * Refuses tenants whose drive letters run out on one host while all is well. Tasks that fail and are started again within
 * the clean-up time hold more (https://github.com/aws/amazon-ecs-agent/issues/4735). ECS promises nothing about where it places a run, so all
 * of them are taken to end on the same host; the tasks that a deployment replaces stay where they were.
 */
export function judgeDriveLetters(group: HostGroup, tenants: readonly HostTenant[]): Refusal | undefined {
  const row = hostRows(group)?.find((each) => !hasLetters(group, each, tenants));
  if (!row) return undefined;
  const { running, replaced, ended } = heldLetters(group, row, tenants);
  return error(
    "host-capacity",
    `A host of ${row.type} has ${hostSpace(group, row).driveLetters} drive letters, and its tasks may hold ` +
      `${running + replaced + ended}: ${running} by running tasks, ${replaced} by tasks that a deployment replaced and ` +
      `${ended} by ended runs, each until it is cleaned up ${group.taskCleanupSeconds} s after its end`,
    lettersFix(group, tenants),
  );
}

/** Whether every host of the group has letters enough for what runs and what ended of itself. */
export function hasDriveLetters(group: HostGroup, tenants: readonly HostTenant[]): boolean {
  return (hostRows(group) ?? []).every((row) => hasLetters(group, row, tenants));
}

function hasLetters(group: HostGroup, row: InstanceTypeRow, tenants: readonly HostTenant[]): boolean {
  const { running, replaced, ended } = heldLetters(group, row, tenants);
  return running + replaced + ended <= hostSpace(group, row).driveLetters;
}

function heldLetters(group: HostGroup, row: InstanceTypeRow, tenants: readonly HostTenant[]): HeldLetters {
  const space = hostSpace(group, row);
  const services = tenants.filter((tenant) => tenant.kind === "service");
  const resting = services.map(({ task, tasks }) => ({ task, count: tasks }));
  const ended = tenants.map((tenant) => ({
    task: tenant.task,
    count: tenant.tasks * uncleanedRuns(tenant, group.taskCleanupSeconds),
  }));
  return {
    running: lettersOf(fullestHost(space, mostLoads(tenants), "driveLetters")),
    replaced: lettersOf(fullestHost(space, resting, "driveLetters")),
    ended: lettersOf(ended),
  };
}

function lettersOf(loads: readonly TaskLoad[]): number {
  return loads.reduce((sum, { task, count }) => sum + task.driveLetters * count, 0);
}

function lettersFix(group: HostGroup, tenants: readonly HostTenant[]): string {
  const fewerRuns = tenants.flatMap((tenant) => {
    const seconds = tenant.kind === "schedule" ? tenant.secondsBetweenRuns : undefined;
    if (!seconds || tenant.task.driveLetters === 0) return [];
    const runs = Math.ceil(group.taskCleanupSeconds / seconds) - 1;
    return Array.from({ length: Math.max(0, runs) }, (_, index) => Math.floor(seconds * (runs - index)));
  });
  const shorter = fewerRuns
    .toSorted((one, other) => other - one)
    .filter((seconds) => seconds >= shortestCleanupSeconds && seconds < group.taskCleanupSeconds)
    .find((taskCleanupSeconds) => hasDriveLetters({ ...group, taskCleanupSeconds }, tenants));
  if (shorter !== undefined) return `Use taskCleanupSeconds ${shorter} or less, or run the schedule less often`;
  const rarer = tenants.map((tenant) => ({ ...tenant, secondsBetweenRuns: group.taskCleanupSeconds }));
  return fewerRuns.length > 0 && hasDriveLetters(group, rarer)
    ? "Run the schedule less often, or mount fewer FSx for Windows volumes in a task"
    : "Mount fewer FSx for Windows volumes in a task";
}
