import { describe, expect, it } from "vitest";
import type { TaskShape } from "./task.ts";
import { demandOf } from "./task-demand.ts";

const task: TaskShape = {
  launchType: "EC2",
  operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
  cpuArchitecture: "X86_64",
  reservation: { cpu: 1024, memoryMiB: 2048 },
  volumes: ["fsx-windows", "bind", "fsx-windows"],
  features: [],
  containers: 1,
  networkMode: "awsvpc",
};

describe("demandOf", () => {
  it("counts a network interface in mode awsvpc, also where none is said, and a drive letter for each FSx for Windows volume", () => {
    const demand = { cpu: 1024, memoryMiB: 2048, networkInterfaces: 1, driveLetters: 2 };
    expect(demandOf(task)).toEqual(demand);
    expect(demandOf({ ...task, networkMode: undefined })).toEqual(demand);
  });

  it.each(["bridge", "host", "none", "default"] as const)("counts no interface in mode %s", (networkMode) => {
    expect(demandOf({ ...task, networkMode, volumes: [] })).toEqual({
      cpu: 1024,
      memoryMiB: 2048,
      networkInterfaces: 0,
      driveLetters: 0,
    });
  });

  it("is not known without the reservation", () => {
    expect(demandOf({ ...task, reservation: undefined })).toBeUndefined();
  });
});
