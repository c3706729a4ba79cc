import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  describeFargateMemory,
  fargateTaskSizes,
  isFargateTaskSize,
  judgeFargateTaskSize,
  listFargateTaskSizes,
  nearestFargateTaskSize,
} from "./fargate-task-size.ts";
import type { OperatingSystemFamily } from "./types.ts";

const gib = 1024;

/** AWS's table, typed from its page without looking at ours. */
const linux = new Map<number, number[]>([
  [256, [512, 1 * gib, 2 * gib]],
  [512, [1, 2, 3, 4].map((n) => n * gib)],
  [1024, [2, 3, 4, 5, 6, 7, 8].map((n) => n * gib)],
  [2048, [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16].map((n) => n * gib)],
  [
    4096,
    [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30].map((n) => n * gib),
  ],
  [8192, [16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60].map((n) => n * gib)],
  [16384, [32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 112, 120].map((n) => n * gib)],
  [32768, [60, 120, 244].map((n) => n * gib)],
]);
const windows = new Map([...linux].filter(([cpu]) => [1024, 2048, 4096].includes(cpu)));

const families: [OperatingSystemFamily, Map<number, number[]>][] = [
  ["LINUX", linux],
  ["WINDOWS_SERVER_2022_CORE", windows],
];

const anyFamily = fc.constantFrom(...families);
const anyCpu = fc.oneof(fc.constantFrom(...linux.keys()), fc.integer({ min: 1, max: 40000 }));
const anyMemory = fc.oneof(
  fc.integer({ min: 1, max: 250 }).map((n) => n * gib),
  fc.constantFrom(...[...linux.values()].flat()),
  fc.integer({ min: 1, max: 300000 }),
);

function pairs(table: Map<number, number[]>) {
  return [...table].flatMap(([cpu, memories]) => memories.map((memoryMiB) => ({ cpu, memoryMiB })));
}

describe("Fargate task sizes", () => {
  it.each(families)("list exactly AWS's table for %s", (family, table) => {
    expect(listFargateTaskSizes(family)).toEqual(pairs(table));
  });

  it("accept a size exactly when AWS's table has it", () => {
    fc.assert(
      fc.property(anyFamily, anyCpu, anyMemory, ([family, table], cpu, memoryMiB) => {
        const expected = table.get(cpu)?.includes(memoryMiB) ?? false;
        expect(isFargateTaskSize({ cpu, memoryMiB }, family)).toBe(expected);
        expect(judgeFargateTaskSize({ cpu, memoryMiB }, family) === undefined).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(families)("accept and refuse every crossing of the table's values for %s", (family, table) => {
    const memories = [...new Set([...linux.values()].flat())];
    for (const cpu of linux.keys())
      for (const memoryMiB of memories)
        expect([cpu, memoryMiB, isFargateTaskSize({ cpu, memoryMiB }, family)]).toEqual([
          cpu,
          memoryMiB,
          table.get(cpu)?.includes(memoryMiB) ?? false,
        ]);
  });

  it("suggest the offered size with the fewest CPU units, and then the least memory, that carries the request", () => {
    fc.assert(
      fc.property(anyFamily, anyCpu, anyMemory, ([family, table], cpu, memoryMiB) => {
        const offered = pairs(table);
        const carrying = offered.filter((size) => size.cpu >= cpu && size.memoryMiB >= memoryMiB);
        const suggestion = nearestFargateTaskSize({ cpu, memoryMiB }, family);
        expect(offered).toContainEqual(suggestion);
        if (carrying.length === 0) {
          expect(suggestion).toEqual(offered.at(-1));
          return;
        }
        const fewest = Math.min(...carrying.map((size) => size.cpu));
        const least = carrying.filter((size) => size.cpu === fewest).map((size) => size.memoryMiB);
        expect(suggestion).toEqual({ cpu: fewest, memoryMiB: Math.min(...least) });
      }),
      { numRuns: 2000 },
    );
  });

  it("suggest the size itself when it is offered", () => {
    for (const [family, table] of families)
      for (const size of pairs(table)) expect(nearestFargateTaskSize(size, family)).toEqual(size);
  });

  it("name only processors that do accept the memory", () => {
    fc.assert(
      fc.property(anyFamily, anyCpu, anyMemory, ([family, table], cpu, memoryMiB) => {
        const fix = judgeFargateTaskSize({ cpu, memoryMiB }, family)?.fix ?? "";
        const named = /, or cpu ([\d, or]+)$/.exec(fix)?.[1]?.match(/\d+/g)?.map(Number) ?? [];
        for (const other of named) expect(table.get(other)).toContain(memoryMiB);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [512, 8192, "8192 MiB does not fit 512 CPU units", "Use 1024–4096, or cpu 1024, 2048 or 4096"],
    [256, 1500, "1500 MiB does not fit 256 CPU units", "Use 512, 1024 or 2048; the nearest is 2048"],
    [512, 5000, "5000 MiB does not fit 512 CPU units", "Use 1024–4096, or cpu 1024 with 5120 MiB"],
    [8192, 17408, "17408 MiB does not fit 8192 CPU units", "Use 16384–61440 in steps of 4096, or cpu 4096"],
    [32768, 131072, "131072 MiB does not fit 32768 CPU units", "Use 61440, 122880 or 249856; the nearest is 249856"],
    [
      300,
      600,
      "Fargate has no Linux task of 300 CPU units",
      "Use cpu 512 with 1024 MiB; cpu may be 256, 512, 1024, 2048, 4096, 8192, 16384 or 32768",
    ],
    [undefined, 600, "A task on Fargate has no cpu", "Use cpu 256 with 1024 MiB"],
    [512, undefined, "A task on Fargate has no memoryMiB", "Use cpu 512 with 1024 MiB"],
    [undefined, undefined, "A task on Fargate has no cpu and memoryMiB", "Use cpu 256 with 512 MiB"],
  ])("refuse cpu %s with %s MiB on Linux in words", (cpu, memoryMiB, problem, fix) => {
    expect(judgeFargateTaskSize({ cpu, memoryMiB }, "LINUX")).toEqual({
      rule: "fargate-task-size",
      severity: "error",
      problem,
      fix,
    });
  });

  it("refuse half a processor on Windows", () => {
    expect(judgeFargateTaskSize({ cpu: 512, memoryMiB: 4096 }, "WINDOWS_SERVER_2022_CORE")).toEqual({
      rule: "fargate-task-size",
      severity: "error",
      problem: "Fargate has no Windows task of 512 CPU units",
      fix: "Use cpu 1024 with 4096 MiB; cpu may be 1024, 2048 or 4096",
    });
  });

  it("describe the memory of every row", () => {
    expect(fargateTaskSizes.map(({ cpu }) => describeFargateMemory(cpu, "LINUX"))).toEqual([
      "512, 1024 or 2048",
      "1024–4096",
      "2048–8192",
      "4096–16384",
      "8192–30720",
      "16384–61440 in steps of 4096",
      "32768–122880 in steps of 8192",
      "61440, 122880 or 249856",
    ]);
    expect(describeFargateMemory(256, "WINDOWS_SERVER_2022_CORE")).toBe("none");
  });
});
