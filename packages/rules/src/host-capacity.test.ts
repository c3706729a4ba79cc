import { describe, expect, it } from "vitest";
import { describeHostCapacity, judgeHostCapacity } from "./host-capacity.ts";
import type { HostGroup, HostTenant, TaskDemand } from "./host-group.ts";
import { refusalText } from "./refusal.ts";

const task: TaskDemand = { cpu: 1024, memoryMiB: 2048, networkInterfaces: 1, driveLetters: 1 };

function hosts(maximumHosts: number, type: string, overrides: Partial<HostGroup> = {}): HostGroup {
  return {
    operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
    cpuArchitecture: "X86_64",
    instanceTypes: [type],
    maximumHosts,
    reservedMemoryMiB: 2048,
    taskCleanupSeconds: 600,
    eniTrunking: false,
    ...overrides,
  };
}

function app(tasks: number, maximumPercent: number, demand: Partial<TaskDemand> = {}): HostTenant {
  return { kind: "service", title: 'LoadBalancedService "app"', task: { ...task, ...demand }, tasks, maximumPercent };
}

function sweep(longestRunSeconds = 300, secondsBetweenRuns?: number): HostTenant {
  return { kind: "schedule", title: 'ScheduledTask "sweep"', task, tasks: 1, longestRunSeconds, secondsBetweenRuns };
}

function texts(group: HostGroup, ...tenants: HostTenant[]): string[] {
  return judgeHostCapacity(group, tenants).map(refusalText);
}

const small = { cpu: 128, memoryMiB: 256, driveLetters: 0 };
const linux: Partial<HostGroup> = { operatingSystemFamily: "LINUX", reservedMemoryMiB: 256 };

describe("judgeHostCapacity", () => {
  it.each<[string, HostGroup, HostTenant, HostTenant]>([
    ["2 hosts of t3.large", hosts(2, "t3.large"), app(1, 200), sweep()],
    ["3 hosts of t3.large", hosts(3, "t3.large"), app(2, 200), sweep()],
    ["4 hosts of m6i.xlarge", hosts(4, "m6i.xlarge"), app(6, 150, { memoryMiB: 4096 }), sweep(300, 86400)],
  ])("lets %s deploy a service beside a run", (_, group, service, schedule) => {
    expect(judgeHostCapacity(group, [service, schedule])).toEqual([]);
  });

  it.each<[string, HostGroup, HostTenant[], string]>([
    [
      "a service that does not even fit at rest",
      hosts(2, "t3.large"),
      [app(6, 150)],
      'LoadBalancedService "app" needs room for 6 tasks even without a deployment (9 with one), and 2 hosts of t3.large ' +
        "have room for 4: 2 each, by network interfaces. Use 5 hosts or instance type m6i.4xlarge.",
    ],
    [
      "a deployment",
      hosts(2, "t3.large"),
      [app(3, 200)],
      'LoadBalancedService "app" needs room for 6 tasks during a deployment, and 2 hosts of t3.large have room for 4: 2 ' +
        "each, by network interfaces. Use 3 hosts, instance type t3.xlarge or maximumPercent 134.",
    ],
    [
      "a deployment that leaves no task more than at rest",
      hosts(1, "t3.large"),
      [app(2, 150)],
      'LoadBalancedService "app" needs room for 3 tasks during a deployment, and 1 host of t3.large has room for 2: 2 ' +
        "each, by network interfaces. Use 2 hosts, instance type t3.xlarge or maximumPercent 100 with a " +
        "minimumHealthyPercent below it.",
    ],
    [
      "a run beside a deployment",
      hosts(4, "m6i.xlarge"),
      [app(6, 200), sweep()],
      'ScheduledTask "sweep" needs room for 1 task besides 12 by LoadBalancedService "app" during a deployment, and 4 ' +
        "hosts of m6i.xlarge have room for none: an empty host takes 3, by network interfaces. Use 5 hosts, instance " +
        'type m6i.4xlarge or maximumPercent 184 for LoadBalancedService "app".',
    ],
    [
      "runs that overlap",
      hosts(1, "m6i.xlarge"),
      [app(1, 100), sweep(300, 90)],
      'ScheduledTask "sweep" needs room for 4 tasks in 4 runs at once besides 1 by LoadBalancedService "app", and 1 host ' +
        "of m6i.xlarge has room for 2: an empty host takes 3, by network interfaces. Use 2 hosts, instance type " +
        "m6i.4xlarge or runs that are 150 s or more apart.",
    ],
    [
      "tasks that trunking would make room for",
      hosts(1, "m6i.large", linux),
      [app(3, 100, small)],
      'LoadBalancedService "app" needs room for 3 tasks even without a deployment, and 1 host of m6i.large has room for ' +
        "2: 2 each, by network interfaces. Use 2 hosts, instance type m6i.xlarge or eniTrunking.",
    ],
    [
      "a task that is larger than a host",
      hosts(4, "m6i.xlarge"),
      [app(2, 150, { memoryMiB: 14000 })],
      'LoadBalancedService "app" has a task that no host takes: it needs 14000 MiB of memory, and a host of m6i.xlarge ' +
        "has 13516 for tasks. Use instance type m6i.2xlarge.",
    ],
    [
      "a task that is larger than any host",
      hosts(4, "m6i.xlarge"),
      [app(1, 200, { cpu: 65536 })],
      'LoadBalancedService "app" has a task that no host takes: it needs 65536 CPU units, and a host of m6i.xlarge has ' +
        "4096 for tasks. Make the task smaller.",
    ],
  ])("refuses %s, and says what would do", (_, group, tenants, text) => {
    expect(texts(group, ...tenants)).toEqual([text]);
    expect(judgeHostCapacity(group, tenants).map(({ rule, severity }) => [rule, severity])).toEqual([
      ["host-capacity", "error"],
    ]);
  });

  it("counts by the weakest type", () => {
    const mixed = hosts(2, "m6i.xlarge", { instanceTypes: ["m6i.xlarge", "t3.large"] });
    expect(texts(mixed, app(5, 100))[0]).toContain("and 2 hosts of t3.large have room for 4");
    expect(texts(hosts(2, "m6i.xlarge"), app(5, 100))).toEqual([]);
  });

  it("does not judge hosts that are not in the table", () => {
    expect(judgeHostCapacity(hosts(1, "x2idn.16xlarge"), [app(1000, 200)])).toEqual([]);
  });

  it("turns into a warning by an override with a reason, and refuses one without", () => {
    const judge = (reason: string) =>
      judgeHostCapacity(hosts(1, "t3.large"), [app(3, 100)], [{ rule: "host-capacity", reason }]);
    expect(judge("raised by hand").map(({ severity }) => severity)).toEqual(["warning"]);
    expect(judge("").map(({ rule, severity }) => [rule, severity])).toEqual([
      ["host-capacity", "error"],
      ["override", "error"],
    ]);
  });
});

describe("describeHostCapacity", () => {
  it("says the room, what limits it and who takes it", () => {
    expect(describeHostCapacity(hosts(4, "m6i.xlarge"), [app(6, 150), sweep()])).toBe(
      "room for 12 tasks like app's (3 on each of 4 m6i.xlarge, by network interfaces); 10 taken at most: " +
        '9 by LoadBalancedService "app", 1 by ScheduledTask "sweep"',
    );
  });

  it("says when nothing runs there, or nothing is known", () => {
    expect(describeHostCapacity(hosts(1, "t3.large"), [])).toBe("1 host of t3.large without tasks");
    expect(describeHostCapacity(hosts(2, "x2idn.16xlarge"), [app(1, 100)])).toBe(
      "2 hosts of x2idn.16xlarge, whose room is not known",
    );
  });
});
