import { describe, expect, it } from "vitest";
import { type Platform, platformNames } from "./types.ts";
import { judgeVolumes, volumeOn } from "./volume.ts";
import { type VolumeAnswer, type VolumeKind, volumeNames, volumeSupport } from "./volume-support.ts";

const platforms = Object.keys(platformNames) as Platform[];

describe("Volumes", () => {
  it.each<[VolumeKind, ...VolumeAnswer[]]>([
    // Fargate Linux, Fargate Windows, EC2 Linux, EC2 Windows, Managed Instances
    ["efs", "yes", "no", "yes", "no", "yes"],
    ["ebs", "yes", "no", "yes", "yes", "yes"],
    ["fsx-windows", "no", "no", "host-mount", "yes", "no"],
    ["fsx-lustre", "no", "no", "host-mount", "no", "no"],
    ["fsx-openzfs", "no", "no", "host-mount", "no", "no"],
    ["fsx-ontap", "no", "no", "host-mount", "host-mount", "no"],
    ["s3-files", "yes", "no", "no", "no", "yes"],
    ["docker", "no", "no", "yes", "no", "no"],
    ["bind", "yes", "yes", "yes", "yes", "yes"],
  ])("of kind %s work where AWS says so", (kind, ...answers) => {
    expect(platforms.map((platform) => volumeOn(kind, platform).answer)).toEqual(answers);
  });

  it("have exactly one row for each kind and platform", () => {
    const cells = volumeSupport.flatMap((row) => row.platforms.map((platform) => `${row.kind} ${platform}`));
    const expected = Object.keys(volumeNames).flatMap((kind) => platforms.map((platform) => `${kind} ${platform}`));
    expect(cells.toSorted()).toEqual(expected.toSorted());
  });

  it("name an alternative wherever ECS does not mount them", () => {
    expect(volumeSupport.filter((row) => row.answer !== "yes" && !row.alternative)).toEqual([]);
  });

  it("refuse EFS on EC2 Windows and point to FSx for Windows", () => {
    expect(judgeVolumes(["efs"], "ec2-windows")).toEqual([
      {
        rule: "volume",
        severity: "error",
        problem: "EC2 Windows does not support EFS volumes",
        fix: "Use FSx for Windows on EC2 Windows",
      },
    ]);
  });

  it("warn where the instance must mount them", () => {
    expect(judgeVolumes(["fsx-lustre"], "ec2-linux")).toEqual([
      {
        rule: "volume",
        severity: "warning",
        problem: "EC2 Linux mounts FSx for Lustre volumes on the instance, not in ECS",
        fix: "Mount it in the instance's user data before tasks are placed, and bind the path",
      },
    ]);
  });

  it("refuse a second EBS volume, which no task may have", () => {
    expect(judgeVolumes(["ebs", "efs"], "fargate-linux")).toEqual([]);
    expect(judgeVolumes(["ebs", "ebs"], "fargate-linux")).toEqual([
      {
        rule: "limit",
        severity: "error",
        problem: "EBS volumes per task: 2 is not allowed",
        fix: "Use 0–1; the nearest is 1",
      },
    ]);
  });
});
