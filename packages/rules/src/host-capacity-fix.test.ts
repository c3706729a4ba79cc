import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeHostCapacity } from "./host-capacity.ts";
import type { HostGroup, HostTenant, TaskDemand } from "./host-group.ts";
import { hostsNeeded } from "./host-placement.ts";
import { hostSpace } from "./host-room.ts";
import { mostLoads } from "./host-tenant.ts";
import { instanceTypes } from "./instance-type.ts";

const group: HostGroup = {
  operatingSystemFamily: "LINUX",
  cpuArchitecture: "X86_64",
  instanceTypes: ["m6i.xlarge"],
  maximumHosts: 4,
  reservedMemoryMiB: 512,
  taskCleanupSeconds: 600,
  eniTrunking: false,
};
const rows = instanceTypes.filter(({ cpuArchitecture }) => cpuArchitecture === "X86_64");
const anyRow = fc.constantFrom(...rows);
const anyHosts = fc.integer({ min: 1, max: 12 });
const anyTask: fc.Arbitrary<TaskDemand> = fc.record({
  cpu: fc.integer({ min: 0, max: 4096 }),
  memoryMiB: fc.integer({ min: 64, max: 16384 }),
  networkInterfaces: fc.integer({ min: 0, max: 1 }),
  driveLetters: fc.constant(0),
});

function tenantOf(task: fc.Arbitrary<TaskDemand>, title: string): fc.Arbitrary<HostTenant> {
  const common = { title: fc.constant(title), task, tasks: fc.integer({ min: 0, max: 12 }) };
  return fc.oneof(
    fc.record({ kind: fc.constant("service" as const), ...common, maximumPercent: fc.integer({ min: 100, max: 200 }) }),
    fc.record({
      kind: fc.constant("schedule" as const),
      ...common,
      longestRunSeconds: fc.integer({ min: 1, max: 300 }),
      secondsBetweenRuns: fc.option(fc.integer({ min: 60, max: 86400 }), { nil: undefined }),
    }),
  );
}

const anyTenants = fc
  .array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 })
  .chain((indices) => fc.tuple(...indices.map((_, index) => tenantOf(anyTask, `tenant ${index}`))));

function refused(tenants: readonly HostTenant[], overrides: Partial<HostGroup>): boolean {
  return judgeHostCapacity({ ...group, ...overrides }, tenants).length > 0;
}

describe("judgeHostCapacity", () => {
  it("refuses exactly what first-fit decreasing needs more hosts for", () => {
    fc.assert(
      fc.property(anyRow, anyHosts, anyTenants, (row, maximumHosts, tenants) => {
        const fits = hostsNeeded(hostSpace(group, row), mostLoads(tenants)) <= maximumHosts;
        const overrides = { instanceTypes: [row.type], maximumHosts };
        expect(refused(tenants, overrides)).toBe(!fits);
      }),
    );
  });

  it("never refuses on more hosts what it allows on fewer", () => {
    fc.assert(
      fc.property(anyRow, anyHosts, anyHosts, anyTenants, ({ type }, some, more, tenants) => {
        const instanceTypes = [type];
        if (!refused(tenants, { instanceTypes, maximumHosts: some }))
          expect(refused(tenants, { instanceTypes, maximumHosts: some + more })).toBe(false);
      }),
    );
  });

  it("never allows a larger tenant where it refuses a smaller one", () => {
    const growth = fc.record({
      cpu: fc.nat(512),
      memoryMiB: fc.nat(2048),
      tasks: fc.nat(3),
    });
    fc.assert(
      fc.property(anyRow, anyHosts, tenantOf(anyTask, "app"), growth, ({ type }, maximumHosts, tenant, more) => {
        const { task } = tenant;
        const grown = { ...task, cpu: task.cpu + more.cpu, memoryMiB: task.memoryMiB + more.memoryMiB };
        const larger = { ...tenant, tasks: tenant.tasks + more.tasks, task: grown };
        const overrides = { instanceTypes: [type], maximumHosts };
        if (refused([tenant], overrides)) expect(refused([larger], overrides)).toBe(true);
      }),
    );
  });

  it("suggests only what passes when it is judged again", () => {
    let suggestions = 0;
    fc.assert(
      fc.property(anyRow, anyHosts, anyTenants, ({ type }, maximumHosts, tenants) => {
        const before = { instanceTypes: [type], maximumHosts };
        const refusals = judgeHostCapacity({ ...group, ...before }, tenants);
        fc.pre(refusals.length === 1);
        for (const { problem, fix } of refusals) {
          const hosts = fix.match(/(\d+) hosts/)?.[1];
          const other = fix.match(/instance type ([\w.-]+\w)/)?.[1];
          const percent = fix.match(/maximumPercent (\d+)(?: for (tenant \d))?/);
          if (hosts) expect(refused(tenants, { ...before, maximumHosts: Number(hosts) })).toBe(false);
          if (hosts) expect(refused(tenants, { ...before, maximumHosts: Number(hosts) - 1 })).toBe(true);
          if (other) expect(refused(tenants, { ...before, instanceTypes: [other] })).toBe(false);
          if (fix.includes("eniTrunking")) expect(refused(tenants, { ...before, eniTrunking: true })).toBe(false);
          if (percent) {
            const title = percent[2] ?? problem.slice(0, "tenant 0".length);
            const lower = tenants.map((tenant) =>
              tenant.title === title ? { ...tenant, maximumPercent: Number(percent[1]) } : tenant,
            );
            expect(refused(lower, before)).toBe(false);
          }
          suggestions += [hosts, other, percent].filter(Boolean).length;
        }
      }),
      { numRuns: 200 },
    );
    expect(suggestions).toBeGreaterThan(100);
  });
});

describe("the suggested instance type", () => {
  it.each([
    ["the smallest of the same family", "c6i.large", 8, 2048, "c6i.xlarge"],
    ["a general one where the family has none", "t3.2xlarge", 4, 40000, "m6i.4xlarge"],
    ["any other where no general one is large enough", "m6i.8xlarge", 4, 150000, "r6i.8xlarge"],
  ])("is %s", (_, type, tasks, memoryMiB, better) => {
    const task = { cpu: 256, memoryMiB, networkInterfaces: 1, driveLetters: 0 };
    const tenant: HostTenant = { kind: "service", title: "app", task, tasks, maximumPercent: 100 };
    const [refusal] = judgeHostCapacity({ ...group, instanceTypes: [type] }, [tenant]);
    expect(refusal?.fix).toMatch(new RegExp(`instance type ${better}$`));
  });
});
