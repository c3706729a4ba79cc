import { refusalText } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { WindowsFileSystemArgs } from "./windows-file-system-args.ts";
import { judgeSizes, windowsFileSystemMistakes } from "./windows-file-system-check.ts";

const given: WindowsFileSystemArgs = {
  vpcId: "vpc-1",
  subnetIds: ["subnet-a", "subnet-b"],
  directory: {
    directoryId: "d-0123456789",
    domainName: "corp.example.com",
    dnsIpAddresses: ["10.0.0.10"],
    clientSecurityGroupId: "sg-directory",
  },
  mountSecret: { secretArn: pulumi.output("arn") },
  alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
};
const mistakesOf = (args: Partial<WindowsFileSystemArgs>) => windowsFileSystemMistakes({ ...given, ...args });
const refusalsOf = (args: Partial<WindowsFileSystemArgs>) => judgeSizes({ ...given, ...args }).map(refusalText);

describe("judgeSizes", () => {
  it.each<Partial<WindowsFileSystemArgs>>([
    {},
    { storageCapacityGiB: 65536, throughputCapacityMBps: 2048 },
    { storageType: "HDD", storageCapacityGiB: 2000 },
    { storageType: "HDD", storageCapacityGiB: 65536, deploymentType: "SINGLE_AZ_2" },
    { deploymentType: "SINGLE_AZ_2", throughputCapacityMBps: 32 },
    { backupRetentionDays: 1 },
    { backupRetentionDays: 90, auditLog: { retentionDays: 30 } },
  ])("accepts %j", (args) => {
    expect(refusalsOf(args)).toEqual([]);
  });

  it.each<[Partial<WindowsFileSystemArgs>, string]>([
    [
      { storageCapacityGiB: 31 },
      "SSD storage of an FSx for Windows file system: 31 GiB is not allowed. Use 32–65536 GiB; the nearest is 32.",
    ],
    [
      { storageType: "HDD" },
      "HDD storage of an FSx for Windows file system: 32 GiB is not allowed. Use 2000–65536 GiB; the nearest is 2000.",
    ],
    [
      { storageCapacityGiB: 65537 },
      "SSD storage of an FSx for Windows file system: 65537 GiB is not allowed. Use 32–65536 GiB; the nearest is 65536.",
    ],
    [{ throughputCapacityMBps: 48 }, "48 MBps is no throughput capacity that FSx for Windows has. Use 32 or 64."],
    [
      { throughputCapacityMBps: 8 },
      "8 MBps is meant for tests, and MULTI_AZ_1 for production. Use 32 MBps or more, or SINGLE_AZ_2 for a test.",
    ],
    [
      { backupRetentionDays: 91 },
      "Retention of daily backups: 91 days is not allowed. Use 0–90 days; the nearest is 90.",
    ],
    [{ auditLog: { retentionDays: 31 } }, "31 days is no retention that CloudWatch Logs has. Use 30 or 60."],
  ])("says of %j what would do", (args, text) => {
    expect(refusalsOf(args)).toEqual([text]);
  });

  it("accepts 50 aliases, and no more", () => {
    const names = Array.from({ length: 51 }, (_, index) => `files${index}.example.com`);
    expect(refusalsOf({ aliases: names.slice(1) })).toEqual([]);
    expect(refusalsOf({ aliases: names })).toEqual([
      "DNS aliases of an FSx for Windows file system: 51 is not allowed. Use 0–50; the nearest is 50.",
    ]);
  });
});

describe("windowsFileSystemMistakes", () => {
  it("passes subnets that only AWS knows", () => {
    expect(mistakesOf({ subnetIds: [pulumi.output("subnet-a"), pulumi.output("subnet-a")] })).toEqual([]);
  });

  it.each<Partial<WindowsFileSystemArgs>>([
    {},
    { subnetIds: ["subnet-a", "subnet-b", "subnet-b"] },
    { subnetIds: ["subnet-a"], deploymentType: "SINGLE_AZ_2" },
    { aliases: ["files.corp.example.com", "1.a-b.c"] },
  ])("accepts %j", (args) => {
    expect(mistakesOf(args)).toEqual([]);
  });

  it.each<[Partial<WindowsFileSystemArgs>, string]>([
    [
      { deploymentType: "SINGLE_AZ_1" as "SINGLE_AZ_2" },
      'deploymentType "SINGLE_AZ_1" is not known. Use "MULTI_AZ_1" or "SINGLE_AZ_2".',
    ],
    [{ storageType: "ssd" as "SSD" }, 'storageType "ssd" is not known. Use "SSD" or "HDD".'],
    [
      { subnetIds: ["subnet-a"] },
      "MULTI_AZ_1 stands in two zones, and gets 1 subnet. Give one in each of two zones, or use SINGLE_AZ_2.",
    ],
    [{ subnetIds: [], deploymentType: "SINGLE_AZ_2" }, "SINGLE_AZ_2 gets no subnet. Give one."],
    [
      { directory: { domainName: "a.bc", dnsIpAddresses: [], clientSecurityGroupId: "sg-1", joinSecretArn: "arn" } },
      "directory.dnsIpAddresses has 0 addresses. Give 1–3.",
    ],
    [
      { subnetIds: ["subnet-a", "subnet-a", "subnet-b"] },
      "The subnet subnet-a is given twice. Give one in each of two zones.",
    ],
    [{ mountSecret: undefined }, "It has no account to mount with. Give mountSecret, a secret with a service account."],
    [
      { backupRetentionDays: 0 },
      "backupRetentionDays is 0, with which nothing is backed up. Use 1–90, or say why in withoutBackup.",
    ],
    [
      { dailyBackupStartTime: "2:00" },
      'dailyBackupStartTime "2:00" is no time of the day. Write it as "02:00", in UTC.',
    ],
    [
      { auditLog: { fileAccess: "DISABLED" as "FAILURE_ONLY" } },
      'auditLog.fileAccess "DISABLED" is not known. Use SUCCESS_ONLY, FAILURE_ONLY, SUCCESS_AND_FAILURE.',
    ],
    [
      { aliases: ["Files.corp.example.com"] },
      'aliases has "Files.corp.example.com", no full name in lower case. Write it as "files.corp.example.com".',
    ],
    [{ aliases: ["files"] }, 'aliases has "files", no full name in lower case. Write it as "files.corp.example.com".'],
    [{ aliases: ["a.bc", "a.bc"] }, "aliases has a.bc twice. Give each name once."],
  ])("refuses %j", (args, mistake) => {
    expect(mistakesOf(args)).toEqual([mistake]);
  });
});
