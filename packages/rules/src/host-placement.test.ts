import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TaskDemand } from "./host-group.ts";
import { fullestHost, hostsNeeded } from "./host-placement.ts";
import { roomIn } from "./host-room.ts";

const space: TaskDemand = { cpu: 4096, memoryMiB: 8192, networkInterfaces: 3, driveLetters: 23 };
const small: TaskDemand = { cpu: 512, memoryMiB: 1024, networkInterfaces: 1, driveLetters: 0 };
const anyTask = fc.record({
  cpu: fc.integer({ min: 0, max: 4096 }),
  memoryMiB: fc.integer({ min: 4, max: 8192 }),
  networkInterfaces: fc.integer({ min: 0, max: 1 }),
  driveLetters: fc.integer({ min: 0, max: 3 }),
});
const anyCount = fc.integer({ min: 0, max: 40 });

describe("hostsNeeded", () => {
  it("places equal tasks on as many hosts as the room of one host says", () => {
    fc.assert(
      fc.property(anyTask, anyCount, anyCount, (task, some, more) => {
        const loads = [
          { task, count: some },
          { task, count: more },
        ];
        expect(hostsNeeded(space, loads)).toBe(Math.ceil((some + more) / roomIn(space, task).tasksPerHost));
      }),
    );
  });

  it("puts small tasks into the room that large ones leave", () => {
    const large = { ...small, cpu: 3072, memoryMiB: 6144 };
    const loads = [
      { task: small, count: 4 },
      { task: large, count: 2 },
    ];
    expect(hostsNeeded(space, loads)).toBe(2);
    expect(hostsNeeded(space, [...loads, { task: small, count: 1 }])).toBe(3);
  });

  it("never needs less than the sum of any resource, nor more than a host for each task", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ task: anyTask, count: anyCount }), { maxLength: 5 }), (loads) => {
        const hosts = hostsNeeded(space, loads);
        for (const field of ["cpu", "memoryMiB", "networkInterfaces", "driveLetters"] as const) {
          const sum = loads.reduce((total, { task, count }) => total + task[field] * count, 0);
          expect(hosts).toBeGreaterThanOrEqual(Math.ceil(sum / space[field]));
        }
        expect(hosts).toBeLessThanOrEqual(loads.reduce((total, { count }) => total + count, 0));
      }),
    );
  });

  it("ends for a task that no host takes, and for tasks without end", () => {
    expect(hostsNeeded(space, [{ task: { ...small, cpu: 5000 }, count: 1 }])).toBe(Number.POSITIVE_INFINITY);
    expect(hostsNeeded(space, [{ task: small, count: Number.POSITIVE_INFINITY }])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("fullestHost", () => {
  it("takes the tasks with the most of the field first", () => {
    const loads = [
      { task: small, count: 5 },
      { task: { ...small, driveLetters: 2 }, count: 2 },
    ];
    expect(fullestHost(space, loads, "driveLetters").map(({ task, count }) => [task.driveLetters, count])).toEqual([
      [2, 2],
      [0, 1],
    ]);
  });
});
