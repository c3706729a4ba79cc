import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HostGroup, TaskDemand } from "./host-group.ts";
import { hostRoom } from "./host-room.ts";
import { instanceTypeOf, instanceTypes } from "./instance-type.ts";

const group: HostGroup = {
  operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
  cpuArchitecture: "X86_64",
  instanceTypes: ["m6i.xlarge"],
  maximumHosts: 4,
  reservedMemoryMiB: 2048,
  taskCleanupSeconds: 600,
  eniTrunking: false,
};
const task: TaskDemand = { cpu: 1024, memoryMiB: 2048, networkInterfaces: 1, driveLetters: 1 };

describe("hostRoom", () => {
  it.each<[string, Partial<TaskDemand>, number, string]>([
    ["t3.large", {}, 2, "network interfaces"],
    ["m6i.xlarge", {}, 3, "network interfaces"],
    ["m6i.xlarge", { memoryMiB: 4096 }, 3, "network interfaces"],
    ["m6i.xlarge", { memoryMiB: 4506 }, 2, "memory"],
    ["m6i.xlarge", { memoryMiB: 4505 }, 3, "network interfaces"],
    ["m6i.xlarge", { cpu: 2048 }, 2, "CPU units"],
    ["m6i.xlarge", { networkInterfaces: 0 }, 4, "CPU units"],
    ["m6i.8xlarge", { driveLetters: 4 }, 5, "drive letters"],
    ["m6i.xlarge", { memoryMiB: 14000 }, 0, "memory"],
  ])("of %s for a task with %o is %s, by %s", (type, demand, tasksPerHost, limit) => {
    expect(hostRoom({ ...group, instanceTypes: [type] }, { ...task, ...demand })).toEqual({
      tasksPerHost,
      limit,
      instanceType: type,
    });
  });

  it("is that of the weakest type", () => {
    const types = ["m6i.xlarge", "m6i.large", "t3.large"];
    expect(hostRoom({ ...group, instanceTypes: types }, task)?.instanceType).toBe("m6i.large");
  });

  it("is not known while a type is not in the table, or none is named", () => {
    expect(hostRoom({ ...group, instanceTypes: ["m6i.xlarge", "x2idn.16xlarge"] }, task)).toBeUndefined();
    expect(hostRoom({ ...group, instanceTypes: [] }, task)).toBeUndefined();
  });

  it("grows with trunking on Linux, for the types that have it", () => {
    const small = { ...task, cpu: 0, memoryMiB: 1 };
    const trunked = (overrides: Partial<HostGroup>) =>
      hostRoom({ ...group, eniTrunking: true, ...overrides }, small)?.tasksPerHost;
    expect(trunked({ operatingSystemFamily: "LINUX" })).toBe(20);
    expect(trunked({ operatingSystemFamily: "LINUX", instanceTypes: ["t3.xlarge"] })).toBe(3);
    expect(trunked({})).toBe(3);
  });

  it("is the least of what interfaces, memory, CPU and drive letters allow", () => {
    const demand = fc.record({
      cpu: fc.integer({ min: 0, max: 8192 }),
      memoryMiB: fc.integer({ min: 4, max: 65536 }),
      networkInterfaces: fc.integer({ min: 0, max: 1 }),
      driveLetters: fc.integer({ min: 0, max: 5 }),
    });
    const types = fc.constantFrom(...instanceTypes.map(({ type }) => type));
    fc.assert(
      fc.property(types, demand, fc.integer({ min: 0, max: 4096 }), (type, each, reservedMemoryMiB) => {
        const row = instanceTypeOf(type);
        if (!row) throw new Error(`no row of ${type}`);
        const memory = Math.max(0, Math.floor(row.memoryMiB * 0.95) - reservedMemoryMiB);
        const allowed = [
          each.networkInterfaces === 0 ? Number.POSITIVE_INFINITY : row.networkInterfaces - 1,
          Math.floor(memory / each.memoryMiB),
          each.cpu === 0 ? Number.POSITIVE_INFINITY : Math.floor((row.vCpu * 1024) / each.cpu),
          each.driveLetters === 0 ? Number.POSITIVE_INFINITY : Math.floor(23 / each.driveLetters),
        ];
        const room = hostRoom({ ...group, instanceTypes: [type], reservedMemoryMiB }, each);
        expect(room?.tasksPerHost).toBe(Math.min(...allowed));
      }),
    );
  });
});
