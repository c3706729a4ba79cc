import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { fileSystemMistakes, type SharedFileSystemArgs } from "./shared-file-system-args.ts";

const mistakesOf = (args: Partial<SharedFileSystemArgs>) =>
  fileSystemMistakes({ vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"], ...args });

describe("fileSystemMistakes", () => {
  it.each([
    {},
    { availabilityZone: "us-east-1a", subnetIds: ["subnet-a"] },
    { throughputMode: "bursting" },
    { throughputMode: "provisioned", provisionedThroughputMiBps: 1 },
    { throughputMode: "provisioned", provisionedThroughputMiBps: 3414 },
  ] as Partial<SharedFileSystemArgs>[])("accepts %j", (args) => {
    expect(mistakesOf(args)).toEqual([]);
  });

  it("passes subnets that only AWS knows", () => {
    const unknown = pulumi.output("subnet-a");
    expect(mistakesOf({ subnetIds: [unknown, unknown] })).toEqual([]);
  });

  it.each([
    [
      { subnetIds: [] },
      "A Regional file system gets no subnets. Give one in each of two or more zones, or set availabilityZone for a One Zone file system.",
    ],
    [
      { subnetIds: ["subnet-a"] },
      "A Regional file system gets 1 subnet. Give one in each of two or more zones, or set availabilityZone for a One Zone file system.",
    ],
    [{ subnetIds: ["subnet-a", "subnet-a"] }, "The subnet subnet-a is given twice. Give one subnet for each zone."],
    [{ availabilityZone: "us-east-1a" }, "A file system in us-east-1a gets 2 subnets. Give exactly one, in that zone."],
    [
      { provisionedThroughputMiBps: 10 },
      'provisionedThroughputMiBps is 10, and the throughput is elastic. Remove it, or use the throughputMode "provisioned".',
    ],
    [{ throughputMode: "provisioned" }, "Provisioned throughput has no value. Set provisionedThroughputMiBps, 1–3414."],
    [
      { throughputMode: "provisioned", provisionedThroughputMiBps: 3415 },
      "Provisioned throughput: 3415 MiB/s is not allowed. Use 1–3414 MiB/s in steps of 0.1; the nearest is 3414.",
    ],
    [{ lifecycle: { archiveDays: 7 } }, "archiveDays is 7. Make it more than infrequentAccessDays, which is 30."],
    [
      { throughputMode: "bursting", lifecycle: { archiveDays: 90 } },
      'archiveDays is 90, and Archive needs elastic throughput. Use "never", or elastic.',
    ],
    [{ accessPoint: { path: "/" } }, 'The path is "/", the whole file system. Use a folder, such as "/data".'],
  ] as [Partial<SharedFileSystemArgs>, string][])("refuses %j", (args, mistake) => {
    expect(mistakesOf(args)).toEqual([mistake]);
  });
});
