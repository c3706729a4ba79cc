import { describe, expect, it } from "vitest";
import type { HostGroup } from "./host-group.ts";
import { judgeHostGroup } from "./host-group-check.ts";
import { refusalText } from "./refusal.ts";

const windows: HostGroup = {
  operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
  cpuArchitecture: "X86_64",
  instanceTypes: ["m6i.xlarge", "m6a.xlarge"],
  maximumHosts: 4,
  reservedMemoryMiB: 2048,
  taskCleanupSeconds: 600,
  eniTrunking: false,
};
const linux: HostGroup = { ...windows, operatingSystemFamily: "LINUX", eniTrunking: true, reservedMemoryMiB: 256 };
const arm: HostGroup = { ...linux, cpuArchitecture: "ARM64", instanceTypes: ["m7g.large"] };

describe("judgeHostGroup", () => {
  it.each([
    ["Windows", windows],
    ["Linux with trunking", linux],
    ["Linux on ARM64", arm],
    ["one host", { ...windows, maximumHosts: 1 }],
  ])("accepts %s", (_, group) => {
    expect(judgeHostGroup(group)).toEqual([]);
  });

  it.each<[string, HostGroup, "error" | "warning", string]>([
    [
      "no instance type",
      { ...windows, instanceTypes: [] },
      "error",
      "The hosts have no instance type. Set instanceTypes, such as m6i.large.",
    ],
    [
      "a type that is given twice",
      { ...windows, instanceTypes: ["m6i.xlarge", "m6i.xlarge"] },
      "error",
      "Instance type m6i.xlarge is given twice. Give it once.",
    ],
    [
      "a type that is not in the table",
      { ...windows, instanceTypes: ["x2idn.16xlarge"] },
      "error",
      "Instance type x2idn.16xlarge is not in the table, so nothing says how many tasks the hosts have room for. Use a " +
        'type of the table, such as m6i.large, or override the rule "instance-type" and count them yourself.',
    ],
    [
      "a type with another processor on Windows",
      { ...windows, instanceTypes: ["m6g.xlarge"] },
      "error",
      "Instance type m6g.xlarge has the processor ARM64, and the hosts are for X86_64. Use m6i.xlarge.",
    ],
    [
      "a type with another processor on Linux",
      { ...arm, instanceTypes: ["m6i.large"] },
      "error",
      "Instance type m6i.large has the processor X86_64, and the hosts are for ARM64. " +
        "Use m6g.large, or cpuArchitecture X86_64.",
    ],
    [
      "Windows on ARM64",
      { ...windows, cpuArchitecture: "ARM64", instanceTypes: ["m6g.xlarge"] },
      "error",
      "WINDOWS_SERVER_2022_CORE does not run on ARM64. Use cpuArchitecture X86_64.",
    ],
    [
      "trunking on Windows",
      { ...windows, eniTrunking: true },
      "error",
      "Windows has no ENI trunking. Leave eniTrunking out, or use more or larger hosts.",
    ],
    [
      "trunking without a figure",
      { ...linux, instanceTypes: ["t3.large"] },
      "warning",
      "Nothing here says how many tasks ENI trunking gives t3.large; they are counted without it. " +
        "Use a type with trunking, such as m6i.xlarge or m6g.xlarge.",
    ],
    [
      "little memory for Windows",
      { ...windows, instanceTypes: ["t3.medium"] },
      "warning",
      "Instance type t3.medium has 4096 MiB, which is little for Windows Server and its images. " +
        "Use a type with 8192 MiB or more.",
    ],
    [
      "a reservation of all memory",
      { ...linux, instanceTypes: ["m6i.large"], reservedMemoryMiB: 8192 },
      "error",
      "reservedMemoryMiB 8192 leaves tasks nothing of the 8192 MiB of m6i.large. " +
        "Reserve less, or use a larger instance type.",
    ],
    [
      "types of different sizes",
      { ...windows, instanceTypes: ["m6i.xlarge", "t3.large"] },
      "warning",
      "m6i.xlarge is larger than t3.large, and room is counted as if every host were the weakest. " +
        "Use types of one size.",
    ],
    [
      "a maximum without a host",
      { ...windows, maximumHosts: 0 },
      "error",
      "maximumHosts is 0. Use a whole number from 1.",
    ],
    ["a part of a host", { ...windows, maximumHosts: 1.5 }, "error", "maximumHosts is 1.5. Use a whole number from 1."],
  ])("judges %s", (_, group, severity, text) => {
    const refusals = judgeHostGroup(group);
    expect(refusals.map(refusalText)).toEqual([text]);
    expect(refusals.map((refusal) => refusal.severity)).toEqual([severity]);
  });

  it("says all mistakes at once", () => {
    const group = { ...windows, instanceTypes: ["x2idn.16xlarge", "m6g.large"], maximumHosts: 0, eniTrunking: true };
    expect(judgeHostGroup(group).map(({ rule }) => rule)).toEqual([
      "instance-type",
      "operating-system",
      "host-capacity",
      "network-mode",
    ]);
  });

  it("only warns about a type that is not in the table once the rule is overridden", () => {
    const group = { ...windows, instanceTypes: ["x2idn.16xlarge"] };
    expect(judgeHostGroup(group, [{ rule: "instance-type", reason: "measured by hand" }])).toMatchObject([
      {
        severity: "warning",
        problem:
          "Instance type x2idn.16xlarge is not in the table, so nothing says how many tasks the hosts have room for " +
          "(allowed here: measured by hand)",
      },
    ]);
  });
});
