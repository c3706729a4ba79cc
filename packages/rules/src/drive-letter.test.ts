import { describe, expect, it } from "vitest";
import { judgeDriveLetters } from "./drive-letter.ts";
import type { HostGroup, HostTenant, TaskDemand } from "./host-group.ts";

const task: TaskDemand = { cpu: 1024, memoryMiB: 2048, networkInterfaces: 1, driveLetters: 1 };
const group: HostGroup = {
  operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
  cpuArchitecture: "X86_64",
  instanceTypes: ["m6i.xlarge"],
  maximumHosts: 4,
  reservedMemoryMiB: 2048,
  taskCleanupSeconds: 600,
  eniTrunking: false,
};

function app(driveLetters = 1): HostTenant {
  return { kind: "service", title: "app", task: { ...task, driveLetters }, tasks: 6, maximumPercent: 150 };
}

function sweep(secondsBetweenRuns?: number, driveLetters = 1): HostTenant {
  const demand = { ...task, driveLetters };
  return { kind: "schedule", title: "sweep", task: demand, tasks: 1, longestRunSeconds: 20, secondsBetweenRuns };
}

describe("judgeDriveLetters", () => {
  it("counts what runs, what a deployment replaced and what ended within the clean-up", () => {
    expect(judgeDriveLetters(group, [app(), sweep(30)])).toEqual({
      rule: "host-capacity",
      severity: "error",
      problem:
        "A host of m6i.xlarge has 23 drive letters, and its tasks may hold 26: 3 by running tasks, 3 by tasks that a " +
        "deployment replaced and 20 by ended runs, each until it is cleaned up 600 s after its end",
      fix: "Use taskCleanupSeconds 510 or less, or run the schedule less often",
    });
    expect(judgeDriveLetters({ ...group, taskCleanupSeconds: 510 }, [app(), sweep(30)])).toBeUndefined();
    expect(judgeDriveLetters({ ...group, taskCleanupSeconds: 511 }, [app(), sweep(30)])).toBeDefined();
  });

  it.each<[string, HostTenant[]]>([
    ["runs that are far apart", [app(), sweep(86400)]],
    ["a single run", [app(), sweep()]],
    ["runs without a volume", [app(), sweep(10, 0)]],
    ["a service with three volumes", [app(3)]],
  ])("has letters for %s", (_, tenants) => {
    expect(judgeDriveLetters(group, tenants)).toBeUndefined();
  });

  it("lets ECS's own three hours of clean-up stand in the way of runs every ten minutes", () => {
    const slow = { ...group, taskCleanupSeconds: 10800 };
    expect(judgeDriveLetters(slow, [app(), sweep(600)])).toMatchObject({
      fix: "Use taskCleanupSeconds 10200 or less, or run the schedule less often",
    });
  });

  it("asks for fewer volumes where no clean-up is short enough", () => {
    expect(judgeDriveLetters(group, [app(4)])?.fix).toBe("Mount fewer FSx for Windows volumes in a task");
    expect(judgeDriveLetters(group, [app(4), sweep(60)])?.fix).toBe("Mount fewer FSx for Windows volumes in a task");
    const quick = { ...group, taskCleanupSeconds: 60 };
    expect(judgeDriveLetters(quick, [app(3), sweep(10)])?.fix).toBe(
      "Run the schedule less often, or mount fewer FSx for Windows volumes in a task",
    );
  });
});
