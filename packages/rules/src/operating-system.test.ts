import { describe, expect, it } from "vitest";
import { judgeEc2TaskSize } from "./ec2-task-size.ts";
import { familyLimits, judgeFamily } from "./family-limit.ts";
import { judgeNetworkMode, networkModes } from "./network-mode.ts";
import { judgeOperatingSystem, operatingSystems } from "./operating-system.ts";
import { type OperatingSystemFamily, platformOf } from "./types.ts";

describe("Operating systems", () => {
  it.each<[OperatingSystemFamily, string, string]>([
    ["LINUX", "FARGATE EC2 MANAGED_INSTANCES", "X86_64 ARM64"],
    ["WINDOWS_SERVER_2016_FULL", "EC2", "X86_64"],
    ["WINDOWS_SERVER_2019_FULL", "FARGATE EC2", "X86_64"],
    ["WINDOWS_SERVER_2019_CORE", "FARGATE EC2", "X86_64"],
    ["WINDOWS_SERVER_2004_CORE", "EC2", "X86_64"],
    ["WINDOWS_SERVER_20H2_CORE", "EC2", "X86_64"],
    ["WINDOWS_SERVER_2022_FULL", "FARGATE EC2", "X86_64"],
    ["WINDOWS_SERVER_2022_CORE", "FARGATE EC2", "X86_64"],
    ["WINDOWS_SERVER_2025_FULL", "EC2", "X86_64"],
    ["WINDOWS_SERVER_2025_CORE", "EC2", "X86_64"],
  ])("of family %s run on %s", (family, launchTypes, cpuArchitectures) => {
    const rows = operatingSystems.filter((row) => row.family === family);
    expect(rows.map((row) => [row.launchTypes.join(" "), row.cpuArchitectures.join(" ")])).toEqual([
      [launchTypes, cpuArchitectures],
    ]);
  });

  it("name the newest family of the same edition that Fargate takes", () => {
    const task = { launchType: "FARGATE", cpuArchitecture: "ARM64" } as const;
    expect(judgeOperatingSystem({ ...task, operatingSystemFamily: "WINDOWS_SERVER_2025_FULL" })).toEqual([
      {
        rule: "operating-system",
        severity: "error",
        problem: "WINDOWS_SERVER_2025_FULL does not run on FARGATE",
        fix: "Use WINDOWS_SERVER_2022_FULL, or launch type EC2",
      },
      {
        rule: "operating-system",
        severity: "error",
        problem: "WINDOWS_SERVER_2025_FULL does not run on ARM64",
        fix: "Use cpuArchitecture X86_64",
      },
    ]);
  });

  it("leave Windows no place on Managed Instances", () => {
    expect(platformOf("MANAGED_INSTANCES", "WINDOWS_SERVER_2022_CORE")).toBeUndefined();
    expect(
      judgeOperatingSystem({
        launchType: "MANAGED_INSTANCES",
        operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
        cpuArchitecture: "X86_64",
      }).map(({ fix }) => fix),
    ).toEqual(["Use LINUX, or launch type FARGATE or EC2"]);
  });

  it("lack ECS Exec on EC2 outside Windows Server 2019, 20H2 and 2022", () => {
    const without = familyLimits.filter(({ lacks }) => "feature" in lacks).map(({ family }) => family);
    expect(without).toEqual([
      "WINDOWS_SERVER_2016_FULL",
      "WINDOWS_SERVER_2004_CORE",
      "WINDOWS_SERVER_2025_FULL",
      "WINDOWS_SERVER_2025_CORE",
    ]);
  });

  it("lack FSx volumes and awsvpc on Windows Server 2016", () => {
    const task = { networkMode: "awsvpc", volumes: ["fsx-windows"], features: [] } as const;
    expect(
      judgeFamily({ operatingSystemFamily: "WINDOWS_SERVER_2016_FULL", ...task }).map(({ problem }) => problem),
    ).toEqual([
      "WINDOWS_SERVER_2016_FULL does not support network mode awsvpc",
      "WINDOWS_SERVER_2016_FULL does not support FSx for Windows volumes",
    ]);
    expect(judgeFamily({ operatingSystemFamily: "WINDOWS_SERVER_2019_FULL", ...task })).toEqual([]);
  });
});

describe("Network modes", () => {
  it("are those that each platform takes", () => {
    expect(networkModes.map(({ platform, modes }) => `${platform}: ${modes.join(" ")}`)).toEqual([
      "fargate-linux: awsvpc",
      "fargate-windows: awsvpc",
      "ec2-linux: awsvpc bridge host none",
      "ec2-windows: awsvpc",
      "managed-instances-linux: awsvpc host",
    ]);
  });

  it("are refused with the ones that work", () => {
    expect(judgeNetworkMode("bridge", "ec2-windows")).toEqual({
      rule: "network-mode",
      severity: "error",
      problem: "Network mode bridge does not work on EC2 Windows",
      fix: "Use awsvpc, or leave it out for Windows NAT",
    });
    expect(judgeNetworkMode("host", "managed-instances-linux")).toBeUndefined();
  });
});

describe("Task sizes on instances", () => {
  it.each([
    [128, undefined],
    [196608, undefined],
    [undefined, undefined],
    [127, "Use 128–196608, or leave cpu out; the nearest is 128"],
    [196609, "Use 128–196608, or leave cpu out; the nearest is 196608"],
    [128.5, "Use 128–196608, or leave cpu out; the nearest is 129"],
  ])("judge cpu %s on EC2 Linux", (cpu, fix) => {
    expect(judgeEc2TaskSize({ cpu, memoryMiB: 512 }, "ec2-linux")?.fix).toBe(fix);
  });

  it("end at 10 vCPU on Managed Instances", () => {
    expect(judgeEc2TaskSize({ cpu: 10240 }, "managed-instances-linux")).toBeUndefined();
    expect(judgeEc2TaskSize({ cpu: 16384 }, "managed-instances-linux")?.problem).toBe(
      "Managed Instances takes no task of 16384 CPU units",
    );
  });

  it("are ignored on EC2 Windows, which is said", () => {
    expect(judgeEc2TaskSize({}, "ec2-windows")).toBeUndefined();
    expect(judgeEc2TaskSize({ cpu: 1024, memoryMiB: 2048 }, "ec2-windows")).toEqual({
      rule: "ec2-task-size",
      severity: "warning",
      problem: "EC2 Windows ignores the task's cpu 1024 and memoryMiB 2048",
      fix: "Set cpu and memoryMiB on every container",
    });
  });
});
