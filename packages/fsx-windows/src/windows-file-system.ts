import type { Mount } from "@acme/task";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { auditLogConfiguration, createAuditLogGroup } from "./audit-log.ts";
import { after } from "./directory-order.ts";
import { createStorageAlarm } from "./file-system-alarm.ts";
import { backupSettings } from "./file-system-backup.ts";
import { directoryMembership } from "./file-system-directory.ts";
import { createFileSystemGroups } from "./file-system-groups.ts";
import { timesWithDefaults } from "./file-system-times.ts";
import { shapeOf, subnetsOf, type WindowsFileSystemArgs } from "./windows-file-system-args.ts";
import { checkWindowsFileSystem } from "./windows-file-system-check.ts";
import { type MountedFileSystem, type MountOptions, windowsMount } from "./windows-mount.ts";
import { mountAccount } from "./windows-mount-account.ts";
import { windowsMountMistakes } from "./windows-mount-path.ts";

/**
 * An FSx for Windows file system, a member of the directory, which Windows tasks share. Tasks mount it with `at`, on hosts
 * of the same directory that wear `clientSecurityGroupId`, as a service account; SMB encrypts what is on the way.
 *
 * Costs, a month in us-east-1: $0.23 for a GB and $4.50 for a MBps in two zones, $0.13 and $2.20 in one, so $151.36 or
 * $74.56 for 32 GiB and 32 MBps; $0.05 for a GB of backups, $0.10 for the alarm
 * (https://aws.amazon.com/fsx/windows/pricing). AWS takes 20–45 minutes to create or to delete it.
 *
 * Shares beyond `share`, deduplication, shadow copies and quotas have no API: a member of the administrators group sets
 * them through `remoteAdministrationEndpoint`.
 */
export class WindowsFileSystem extends pulumi.ComponentResource {
  /** Known once hosts can reach it: earlier mounts fail. */
  readonly fileSystemId: pulumi.Output<string>;
  readonly fileSystemArn: pulumi.Output<string>;
  /** What people mount: `\\<dnsName>\share`. */
  readonly dnsName: pulumi.Output<string>;
  /** Computer that PowerShell speaks to, on port 5985 from a host with the client security group. */
  readonly remoteAdministrationEndpoint: pulumi.Output<string>;
  /** Worn by hosts, which mount for their tasks; nothing else reaches ports 445 and 5985. */
  readonly clientSecurityGroupId: pulumi.Output<string>;
  /** Where to read who accessed what. */
  readonly auditLogGroupName: pulumi.Output<string>;
  readonly #mounted: MountedFileSystem;

  constructor(name: string, args: WindowsFileSystemArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:fsx-windows:WindowsFileSystem", name, {}, opts);
    checkWindowsFileSystem(this, name, args);

    const { clients, servers, rules } = createFileSystemGroups(this, name, args.vpcId);
    const logGroup = createAuditLogGroup(this, name, args.auditLog);
    const fileSystem = createFileSystem(this, name, args, { servers, logGroup });
    createStorageAlarm(this, name, { fileSystemId: fileSystem.id, alarmTopicArn: args.alarmTopicArn });

    this.fileSystemId = after(rules, fileSystem.id);
    this.fileSystemArn = fileSystem.arn;
    this.dnsName = fileSystem.dnsName;
    this.remoteAdministrationEndpoint = fileSystem.remoteAdministrationEndpoint;
    this.clientSecurityGroupId = clients.id;
    this.auditLogGroupName = logGroup.name;
    this.#mounted = {
      name,
      fileSystemId: this.fileSystemId,
      domainName: args.directory.domainName,
      account: mountAccount(args),
    };
    this.registerOutputs({
      fileSystemId: this.fileSystemId,
      fileSystemArn: this.fileSystemArn,
      dnsName: this.dnsName,
      remoteAdministrationEndpoint: this.remoteAdministrationEndpoint,
      clientSecurityGroupId: this.clientSecurityGroupId,
      auditLogGroupName: this.auditLogGroupName,
    });
  }

  /** The file system as a volume at this absolute path of a Windows container, which is a folder of its drive C. */
  at(containerPath: string, options: MountOptions = {}): Mount {
    const mistakes = windowsMountMistakes(containerPath, options);
    if (mistakes.length > 0) {
      const message = `WindowsFileSystem "${this.#mounted.name}": ${mistakes.join(" ")}`;
      throw new pulumi.ResourceError(message, this, true);
    }
    return windowsMount(this.#mounted, containerPath, options);
  }
}

/** What the file system stands on. */
interface Foundation {
  servers: aws.ec2.SecurityGroup;
  logGroup: aws.cloudwatch.LogGroup;
}

function createFileSystem(
  parent: pulumi.Resource,
  name: string,
  args: WindowsFileSystemArgs,
  { servers, logGroup }: Foundation,
): aws.fsx.WindowsFileSystem {
  const { deploymentType, storageType, storageCapacityGiB, throughputCapacityMBps } = shapeOf(args);
  const times = timesWithDefaults(args);
  const subnetIds = subnetsOf(args);
  return new aws.fsx.WindowsFileSystem(
    name,
    {
      ...directoryMembership(args.directory),
      deploymentType,
      subnetIds,
      preferredSubnetId: deploymentType === "MULTI_AZ_1" ? subnetIds[0] : undefined,
      securityGroupIds: [servers.id, args.directory.clientSecurityGroupId],
      storageType,
      storageCapacity: storageCapacityGiB,
      throughputCapacity: throughputCapacityMBps,
      kmsKeyId: args.kmsKeyArn,
      aliases: args.aliases,
      auditLogConfiguration: auditLogConfiguration(args.auditLog, logGroup),
      weeklyMaintenanceStartTime: times.weeklyMaintenanceStartTime,
      ...backupSettings(args, times),
    },
    {
      parent,
      // AWS changes none of the groups in place: a new one would replace the file system, and the files with it.
      ignoreChanges: ["securityGroupIds"],
      // A change of the throughput has taken AWS 45–86 minutes.
      customTimeouts: { create: "60m", update: "120m", delete: "60m" },
    },
  );
}
