import { judgeLimit, refusalText } from "@acme/rules";
import type * as pulumi from "@pulumi/pulumi";
import { type AccessPointArgs, accessPointMistakes } from "./access-point.ts";
import { lifecycleMistakes, type StorageKind, type StorageLifecycle } from "./storage-lifecycle.ts";

export interface SharedFileSystemArgs {
  /** VPC of the subnets. It must resolve DNS names and give them to its hosts, or nothing can be mounted. */
  vpcId: pulumi.Input<string>;
  /**
   * One private subnet for each Availability Zone with tasks, two or more; exactly one with `availabilityZone`. Each gets
   * a mount target; a zone can have only one (https://docs.aws.amazon.com/efs/latest/ug/manage-fs-access.html).
   */
  subnetIds: pulumi.Input<string>[];
  /**
   * Makes a One Zone file system in this zone, such as `us-east-1a`: about half the price of storage, lost with the zone.
   * Give its tasks only subnets of that zone: ECS cannot mount it from another one (EFS user guide, "Mounting One Zone
   * file systems"). A change replaces the file system, without its files.
   *
   * @default - a Regional file system, which survives the loss of a zone
   */
  availabilityZone?: string;
  /**
   * ARN of the KMS key that encrypts the files. A change replaces the file system, without its files.
   *
   * @default - the key `aws/elasticfilesystem` of the account, which costs nothing
   */
  kmsKeyArn?: pulumi.Input<string>;
  /**
   * `elastic` follows the load and is paid by GB; `provisioned` is paid by the hour for a fixed throughput; `bursting`
   * costs nothing and grows with the size, so that a small file system is slow.
   *
   * @default "elastic"
   */
  throughputMode?: "elastic" | "provisioned" | "bursting";
  /**
   * Throughput in MiB/s, 1–3414, for the mode `provisioned` and only there.
   *
   * @default - none; required with `provisioned`
   */
  provisionedThroughputMiBps?: number;
  /**
   * When unused files move to cheaper storage.
   *
   * @default - Infrequent Access after 30 days, Archive after 90
   */
  lifecycle?: StorageLifecycle;
  /**
   * The folder that tasks mount, and its owner.
   *
   * @default - `/data`, which belongs to user and group 1654
   */
  accessPoint?: AccessPointArgs;
  /**
   * Whether AWS Backup copies the file system every day and keeps each copy for 35 days. Copies outlive the file system.
   * Off fails Security Hub EFS.7 (https://docs.aws.amazon.com/efs/latest/ug/automatic-backups.html).
   *
   * @default true
   */
  backup?: boolean;
}

/** The part of the arguments that decides what the lifecycle can be. */
export function storageKind({ throughputMode = "elastic", availabilityZone }: SharedFileSystemArgs): StorageKind {
  return { elastic: throughputMode === "elastic", oneZone: availabilityZone !== undefined };
}

/** What AWS would refuse, each with what to do. Values that only AWS knows pass. */
export function fileSystemMistakes(args: SharedFileSystemArgs): string[] {
  return [
    ...subnetMistakes(args),
    ...throughputMistakes(args),
    ...lifecycleMistakes(args.lifecycle ?? {}, storageKind(args)),
    ...accessPointMistakes(args.accessPoint),
  ];
}

function subnetMistakes({ subnetIds, availabilityZone }: SharedFileSystemArgs): string[] {
  const { length } = subnetIds;
  const repeated = subnetIds.filter((id, index) => typeof id === "string" && subnetIds.indexOf(id) !== index);
  const mistakes = [...new Set(repeated)].map(
    (id) => `The subnet ${id} is given twice. Give one subnet for each zone.`,
  );
  if (availabilityZone === undefined && length < 2) {
    const fix = "Give one in each of two or more zones, or set availabilityZone for a One Zone file system.";
    mistakes.push(`A Regional file system gets ${length === 1 ? "1 subnet" : "no subnets"}. ${fix}`);
  }
  if (availabilityZone !== undefined && length !== 1) {
    mistakes.push(`A file system in ${availabilityZone} gets ${length} subnets. Give exactly one, in that zone.`);
  }
  return mistakes;
}

function throughputMistakes({
  throughputMode = "elastic",
  provisionedThroughputMiBps,
}: SharedFileSystemArgs): string[] {
  if (throughputMode !== "provisioned") {
    if (provisionedThroughputMiBps === undefined) return [];
    const problem = `provisionedThroughputMiBps is ${provisionedThroughputMiBps}, and the throughput is ${throughputMode}.`;
    return [`${problem} Remove it, or use the throughputMode "provisioned".`];
  }
  if (provisionedThroughputMiBps === undefined) {
    return ["Provisioned throughput has no value. Set provisionedThroughputMiBps, 1–3414."];
  }
  const refusal = judgeLimit("efs-provisioned-throughput", provisionedThroughputMiBps);
  return refusal === undefined ? [] : [refusalText(refusal)];
}
