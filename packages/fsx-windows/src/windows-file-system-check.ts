import { applyOverrides, judgeLimit, judgeWindowsThroughput, type Refusal, refusalText } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import { auditLogMistakes, judgeAuditLog } from "./audit-log.ts";
import { backupMistakes, judgeBackup } from "./file-system-backup.ts";
import { membershipMistakes } from "./file-system-directory.ts";
import { timeMistakes } from "./file-system-times.ts";
import { shapeOf, subnetsOf, type WindowsFileSystemArgs } from "./windows-file-system-args.ts";
import { mountAccountMistakes } from "./windows-mount-account.ts";

/** Refuses what AWS would refuse, all mistakes at once; says what passes with a warning. */
export function checkWindowsFileSystem(component: pulumi.Resource, name: string, args: WindowsFileSystemArgs): void {
  const title = `WindowsFileSystem "${name}"`;
  const refusals = applyOverrides(judgeSizes(args), args.ruleOverrides ?? []);
  const mistakes = [
    ...nameMistakes(name),
    ...refusals.filter(({ severity }) => severity === "error").map(refusalText),
    ...windowsFileSystemMistakes(args),
  ];
  if (mistakes.length > 0) throw new pulumi.ResourceError(`${title}: ${mistakes.join(" ")}`, component, true);
  for (const refusal of refusals) void pulumi.log.warn(`${title}: ${refusalText(refusal)}`, component);
}

/** What AWS does not allow about the numbers. */
export function judgeSizes(args: WindowsFileSystemArgs): Refusal[] {
  const { deploymentType, storageType, storageCapacityGiB, throughputCapacityMBps } = shapeOf(args);
  const storage = storageType === "HDD" ? "fsx-windows-hdd-storage" : "fsx-windows-ssd-storage";
  return [
    judgeLimit(storage, storageCapacityGiB),
    ...judgeWindowsThroughput(throughputCapacityMBps, deploymentType),
    judgeBackup(args),
    judgeLimit("fsx-windows-aliases", args.aliases?.length ?? 0),
    judgeAuditLog(args.auditLog),
  ].filter((refusal) => refusal !== undefined);
}

/** What is wrong beside the numbers, each with what to do. Values that only AWS knows pass. */
export function windowsFileSystemMistakes(args: WindowsFileSystemArgs): string[] {
  return [
    ...typeMistakes(args),
    ...subnetMistakes(args),
    ...membershipMistakes(args.directory),
    ...mountAccountMistakes(args),
    ...backupMistakes(args),
    ...timeMistakes(args),
    ...auditLogMistakes(args.auditLog),
    ...throughputMistakes(args),
    ...aliasMistakes(args.aliases ?? []),
  ];
}

/** The name is the beginning of that of the volume (botocore 1.43.107 ecs Volume). */
function nameMistakes(name: string): string[] {
  if (/^[a-zA-Z0-9_-]{1,100}$/.test(name)) return [];
  return ["Its name is no name of a volume. Use 1–100 letters, digits, _ and -."];
}

function typeMistakes(args: WindowsFileSystemArgs): string[] {
  const { deploymentType, storageType } = shapeOf(args);
  const mistakes: string[] = [];
  if (!["MULTI_AZ_1", "SINGLE_AZ_2"].includes(deploymentType)) {
    mistakes.push(`deploymentType "${deploymentType}" is not known. Use "MULTI_AZ_1" or "SINGLE_AZ_2".`);
  }
  if (!["SSD", "HDD"].includes(storageType)) {
    mistakes.push(`storageType "${storageType}" is not known. Use "SSD" or "HDD".`);
  }
  return mistakes;
}

/** https://docs.aws.amazon.com/fsx/latest/WindowsGuide/file-access-auditing.html */
function throughputMistakes(args: WindowsFileSystemArgs): string[] {
  const { throughputCapacityMBps } = shapeOf(args);
  if (!(throughputCapacityMBps < 32)) return [];
  return [
    `${throughputCapacityMBps} MBps is too little for the audit log, which AWS keeps from 32 MBps on. Use 32 or more.`,
  ];
}

function subnetMistakes(args: WindowsFileSystemArgs): string[] {
  const used = subnetsOf(args);
  const { deploymentType } = shapeOf(args);
  if (deploymentType !== "MULTI_AZ_1") {
    return used.length === 1 ? [] : [`${deploymentType} gets no subnet. Give one.`];
  }
  if (used.length < 2) {
    const given = used.length === 1 ? "1 subnet" : "no subnets";
    return [`MULTI_AZ_1 stands in two zones, and gets ${given}. Give one in each of two zones, or use SINGLE_AZ_2.`];
  }
  if (typeof used[0] !== "string" || used[0] !== used[1]) return [];
  return [`The subnet ${used[0]} is given twice. Give one in each of two zones.`];
}

/** FSx keeps names in lower case, so that others would differ for ever (botocore 1.43.107 fsx AlternateDNSName). */
function aliasMistakes(aliases: string[]): string[] {
  const fullName = /^(?=.{4,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;
  const repeated = aliases.filter((alias, index) => aliases.indexOf(alias) !== index);
  return [
    ...aliases
      .filter((alias) => !fullName.test(alias))
      .map((alias) => `aliases has "${alias}", no full name in lower case. Write it as "files.corp.example.com".`),
    ...[...new Set(repeated)].map((alias) => `aliases has ${alias} twice. Give each name once.`),
  ];
}
