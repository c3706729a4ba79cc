import type { HostTenant } from "./host-group.ts";
import { mostTasks, runsAtOnce } from "./host-tenant.ts";

/** The tasks of every tenant after one of them was given more. */
export interface HostStage {
  /** Which tenant was given more. */
  index: number;
  /** Tasks by tenant. */
  counts: readonly number[];
  /** Why the tenant needs them, to follow the number of its tasks. */
  reason: string;
  /** Whether it is a deployment that needs them. */
  deployment: boolean;
}

interface Need {
  kind: HostTenant["kind"];
  tasks: (tenant: HostTenant) => number;
  reason: (tenant: HostTenant) => string;
}

const needs: readonly Need[] = [
  {
    kind: "service",
    tasks: (tenant) => tenant.tasks,
    reason: (tenant) => {
      const most = mostTasks(tenant);
      return ` even without a deployment${most > tenant.tasks ? ` (${most} with one)` : ""}`;
    },
  },
  { kind: "service", tasks: mostTasks, reason: () => " during a deployment" },
  {
    kind: "schedule",
    tasks: mostTasks,
    reason: (tenant) => {
      const runs = tenant.kind === "schedule" ? runsAtOnce(tenant) : 1;
      return runs > 1 ? ` in ${runs} runs at once` : "";
    },
  },
];

/** First every service at rest, then their deployments, then the schedules: one tenant more with each stage. */
export function hostStages(tenants: readonly HostTenant[]): HostStage[] {
  const counts = tenants.map(() => 0);
  return needs.flatMap(({ kind, tasks, reason }) =>
    tenants.flatMap((tenant, index): HostStage[] => {
      if (tenant.kind !== kind || tasks(tenant) === counts[index]) return [];
      counts[index] = tasks(tenant);
      const deployment = kind === "service" && tasks(tenant) > tenant.tasks;
      return [{ index, counts: [...counts], reason: reason(tenant), deployment }];
    }),
  );
}
