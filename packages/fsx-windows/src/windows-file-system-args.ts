import type { RuleOverride } from "@acme/rules";
import type * as pulumi from "@pulumi/pulumi";
import type { AuditLogArgs } from "./audit-log.ts";
import type { DirectoryReference } from "./directory-reference.ts";
import type { FileSystemBackupArgs } from "./file-system-backup.ts";
import type { FileSystemTimeArgs } from "./file-system-times.ts";
import type { MountAccountArgs } from "./windows-mount-account.ts";

/**
 * What a file system is given, with one of `mountSecret` and `mountAsAdministrator`. Where a change replaces the file
 * system, its files stay behind in the last backup.
 */
export interface WindowsFileSystemArgs extends MountAccountArgs, FileSystemTimeArgs, FileSystemBackupArgs {
  /** VPC of the subnets, and of the hosts. A change replaces the file system. */
  vpcId: pulumi.Input<string>;
  /**
   * Private subnets. `MULTI_AZ_1` stands in the first two, which are in different zones, and serves from the first one
   * while it can; `SINGLE_AZ_2` stands in the first one. More may be given. Another of those replaces the file system.
   */
  subnetIds: pulumi.Input<string>[];
  /**
   * The directory that it joins. Another managed directory, or a change between managed and self-managed, replaces the file
   * system. Another client security group changes nothing: it takes effect by hand, on the file system's interfaces. Of a
   * self-managed directory other DNS addresses and another join secret take effect; another domain, organizational unit or
   * administrators group does not, for the provider keeps it to itself
   * (hashicorp/terraform-provider-aws, internal/service/fsx/windows_file_system.go).
   *
   * FSx reads the join secret of a self-managed directory itself: the policies of the secret and of its key must allow
   * `fsx.amazonaws.com` (https://docs.aws.amazon.com/fsx/latest/WindowsGuide/self-manage-prereqs.html). Two of its DNS
   * addresses are used: the provider takes no more.
   */
  directory: DirectoryReference;
  /**
   * `MULTI_AZ_1` holds the files in two zones, and fails over in about 30 seconds; `SINGLE_AZ_2` costs half, is away for up
   * to 20 minutes when its server fails or is maintained, can be lost with its zone, and fails Security Hub FSx.5
   * (https://docs.aws.amazon.com/fsx/latest/WindowsGuide/high-availability-multiAZ.html). A change replaces the file system.
   *
   * @default "MULTI_AZ_1"
   */
  deploymentType?: "MULTI_AZ_1" | "SINGLE_AZ_2";
  /**
   * `HDD` is slower, costs about a tenth for a GB, and begins at 2000 GiB. A change replaces the file system.
   *
   * @default "SSD"
   */
  storageType?: "SSD" | "HDD";
  /**
   * Storage in GiB: 32–65536, with `HDD` 2000–65536. It can only grow, by 10 % or more, six hours or more after the last
   * time, and with a throughput of 16 MBps or more
   * (https://docs.aws.amazon.com/fsx/latest/WindowsGuide/managing-storage-capacity.html). A smaller number fails.
   *
   * @default 32
   */
  storageCapacityGiB?: number;
  /**
   * Throughput in MBps, which also decides on memory, processor and IOPS: 32, 64, 128 and so on (`windowsThroughputs` of
   * @acme/rules). A change takes up to an hour and a half; meanwhile a file system in one zone is away for minutes, and one
   * in two zones fails over.
   *
   * @default 32
   */
  throughputCapacityMBps?: number;
  /**
   * ARN of the KMS key that encrypts files and backups. A change replaces the file system.
   *
   * @default - the key `aws/fsx` of the account, which costs nothing
   */
  kmsKeyArn?: pulumi.Input<string>;
  /**
   * Further full names of the file system, in lower case, at most 50. Someone makes the service principal names and the DNS
   * records for them (https://docs.aws.amazon.com/fsx/latest/WindowsGuide/managing-dns-aliases.html). Tasks do without:
   * the ECS agent mounts by the file system's own name.
   *
   * @default []
   */
  aliases?: string[];
  /**
   * What is logged of the access to files and shares, and for how long.
   *
   * @default - failures on shares, and what audit entries of folders ask for; kept for 365 days
   */
  auditLog?: AuditLogArgs;
  /** SNS topic that hears when 80 % of the storage is used. */
  alarmTopicArn: pulumi.Input<string>;
  /**
   * Rules of AWS that this environment passes, each with its reason.
   *
   * @default []
   */
  ruleOverrides?: RuleOverride[];
}

/** The arguments that decide what is created, with what is taken where nothing is said. */
export function shapeOf({
  deploymentType = "MULTI_AZ_1",
  storageType = "SSD",
  storageCapacityGiB = 32,
  throughputCapacityMBps = 32,
}: WindowsFileSystemArgs) {
  return { deploymentType, storageType, storageCapacityGiB, throughputCapacityMBps };
}

/** The subnets that the file system stands in, the preferred one first. */
export function subnetsOf(args: WindowsFileSystemArgs): pulumi.Input<string>[] {
  return args.subnetIds.slice(0, shapeOf(args).deploymentType === "MULTI_AZ_1" ? 2 : 1);
}
