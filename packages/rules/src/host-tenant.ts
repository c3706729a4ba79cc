import type { HostTenant } from "./host-group.ts";
import type { TaskLoad } from "./host-placement.ts";

/** Tasks of the tenant that run at once at most: a deployment for a service, overlapping runs for a schedule. */
export function mostTasks(tenant: HostTenant): number {
  if (tenant.kind === "schedule") return tenant.tasks * runsAtOnce(tenant);
  return Math.max(tenant.tasks, Math.floor((tenant.tasks * tenant.maximumPercent) / 100));
}

/** Runs of a schedule that overlap at most. */
export function runsAtOnce(tenant: Extract<HostTenant, { kind: "schedule" }>): number {
  if (tenant.secondsBetweenRuns === undefined) return 1;
  return Math.max(1, Math.ceil(tenant.longestRunSeconds / Math.max(1, tenant.secondsBetweenRuns)));
}

/** Runs of a schedule that have ended and are not cleaned up yet, at most. */
export function uncleanedRuns(tenant: HostTenant, taskCleanupSeconds: number): number {
  if (tenant.kind === "service" || tenant.secondsBetweenRuns === undefined) return 0;
  return Math.ceil(taskCleanupSeconds / Math.max(1, tenant.secondsBetweenRuns));
}

/** Every tenant with all that it may run at once. */
export function mostLoads(tenants: readonly HostTenant[]): TaskLoad[] {
  return tenants.map((tenant) => ({ task: tenant.task, count: mostTasks(tenant) }));
}
