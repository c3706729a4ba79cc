import { judgeDriveLetters } from "./drive-letter.ts";
import { capacityFix } from "./host-capacity-fix.ts";
import type { HostGroup, HostTenant, TaskDemand } from "./host-group.ts";
import { hostsNeeded } from "./host-placement.ts";
import { demandOfLimit, demandUnits, hostRoom, hostRows, hostSpace, roomIn } from "./host-room.ts";
import { type HostStage, hostStages } from "./host-stage.ts";
import { mostLoads, mostTasks } from "./host-tenant.ts";
import type { InstanceTypeRow } from "./instance-type-row.ts";
import { applyOverrides, error, type Refusal, type RuleOverride } from "./refusal.ts";

/**
 * Refuses tenants that the group cannot hold together when it has grown to its maximum, every service deploys and every
 * schedule runs. The weakest instance type counts. Nothing is judged while a type is not in the table.
 *
 * For tasks of one size this is exact. Where sizes differ, the tasks are taken to be packed well; ECS spreads them over
 * hosts, and may leave no host with room for a large one.
 */
export function judgeHostCapacity(
  group: HostGroup,
  tenants: readonly HostTenant[],
  overrides: RuleOverride[] = [],
): Refusal[] {
  const present = tenants.filter((tenant) => mostTasks(tenant) > 0);
  const row = weakestRow(group, present);
  if (!row || !(group.maximumHosts >= 1)) return applyOverrides([], overrides);
  const space = hostSpace(group, row);
  const fitting = present.filter(({ task }) => roomIn(space, task).tasksPerHost > 0);
  const refusals = [
    ...present.filter((tenant) => !fitting.includes(tenant)).map((tenant) => tooLarge(group, row, present, tenant)),
    judgePlacement(group, row, fitting),
    judgeDriveLetters(group, fitting),
  ].filter((refusal) => refusal !== undefined);
  return applyOverrides(refusals, overrides);
}

/** One line for people: the room of the group for tasks like the first tenant's, and what the tenants take of it. */
export function describeHostCapacity(group: HostGroup, tenants: readonly HostTenant[]): string {
  const [first] = tenants;
  const types = group.instanceTypes.join(" or ");
  const room = first && hostRoom(group, first.task);
  if (!first) return `${hosts(group.maximumHosts)} of ${types} without tasks`;
  if (!room) return `${hosts(group.maximumHosts)} of ${types}, whose room is not known`;
  const { tasksPerHost, limit, instanceType } = room;
  const name = first.title.match(/"(.+)"/)?.[1] ?? first.title;
  const parts = tenants.map((tenant) => `${mostTasks(tenant)} by ${tenant.title}`).join(", ");
  const sum = tenants.reduce((tasks, tenant) => tasks + mostTasks(tenant), 0);
  return (
    `room for ${count(tasksPerHost * group.maximumHosts)} like ${name}'s ` +
    `(${tasksPerHost} on each of ${group.maximumHosts} ${instanceType}, by ${limit}); ${sum} taken at most: ${parts}`
  );
}

/** The type of the group that needs the most hosts for all of it; the first of equals. */
function weakestRow(group: HostGroup, tenants: readonly HostTenant[]): InstanceTypeRow | undefined {
  const needs = (row: InstanceTypeRow) => hostsNeeded(hostSpace(group, row), mostLoads(tenants));
  return hostRows(group)?.reduce((weakest, row) => (needs(row) > needs(weakest) ? row : weakest));
}

function tooLarge(
  group: HostGroup,
  row: InstanceTypeRow,
  tenants: readonly HostTenant[],
  refused: HostTenant,
): Refusal {
  const space = hostSpace(group, row);
  const field = demandOfLimit[roomIn(space, refused.task).limit];
  return error(
    "host-capacity",
    `${refused.title} has a task that no host takes: it needs ${refused.task[field]} ${demandUnits[field]}, and a host ` +
      `of ${row.type} has ${space[field]} for tasks`,
    capacityFix({ group, tenants, refused, deployment: false }),
  );
}

function judgePlacement(group: HostGroup, row: InstanceTypeRow, tenants: readonly HostTenant[]): Refusal | undefined {
  const space = hostSpace(group, row);
  if (hostsNeeded(space, mostLoads(tenants)) <= group.maximumHosts) return undefined;
  const stage = hostStages(tenants).find(({ counts }) => needed(space, tenants, counts) > group.maximumHosts);
  const refused = stage && tenants[stage.index];
  if (!stage || !refused) return undefined;
  const others = tenants.map((tenant, index) => taken(tenant, index === stage.index ? 0 : (stage.counts[index] ?? 0)));
  const besides = others.filter((other) => other !== "").join(", ");
  const room = roomFor(group, space, tenants, stage) || "none";
  const { tasksPerHost, limit } = roomIn(space, refused.task);
  const each = besides ? `an empty host takes ${tasksPerHost}` : `${tasksPerHost} each`;
  return error(
    "host-capacity",
    `${refused.title} needs room for ${count(stage.counts[stage.index] ?? 0)}${stage.reason}` +
      `${besides && ` besides ${besides}`}, and ${hosts(group.maximumHosts)} of ${row.type} ` +
      `${group.maximumHosts === 1 ? "has" : "have"} room for ${room}: ${each}, by ${limit}`,
    capacityFix({ group, tenants, refused, deployment: stage.deployment }),
  );
}

/** What another tenant takes, or nothing. */
function taken(tenant: HostTenant, tasks: number): string {
  if (tasks === 0) return "";
  const deploys = tenant.kind === "service" && tasks > tenant.tasks;
  return `${tasks} by ${tenant.title}${deploys ? " during a deployment" : ""}`;
}

function needed(space: TaskDemand, tenants: readonly HostTenant[], counts: readonly number[]): number {
  return hostsNeeded(
    space,
    tenants.map(({ task }, index) => ({ task, count: counts[index] ?? 0 })),
  );
}

/** How many of the refused tasks the group would take. */
function roomFor(group: HostGroup, space: TaskDemand, tenants: readonly HostTenant[], stage: HostStage): number {
  const refused = tenants[stage.index];
  let tasks = refused ? roomIn(space, refused.task).tasksPerHost * group.maximumHosts : 0;
  while (tasks > 0 && needed(space, tenants, stage.counts.with(stage.index, tasks)) > group.maximumHosts) tasks -= 1;
  return tasks;
}

function hosts(number: number): string {
  return number === 1 ? "1 host" : `${number} hosts`;
}

function count(tasks: number): string {
  return tasks === 1 ? "1 task" : `${tasks} tasks`;
}
