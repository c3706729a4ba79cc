import { policyJson } from "@acme/iam";
import type { Mount } from "@acme/task";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { createAccessPoint } from "./access-point.ts";
import { fileSystemPolicyStatements, mountStatement } from "./file-system-policy.ts";
import { createSecurityGroups } from "./security-groups.ts";
import { fileSystemMistakes, type SharedFileSystemArgs, storageKind } from "./shared-file-system-args.ts";
import { lifecyclePolicies } from "./storage-lifecycle.ts";

/**
 * An encrypted EFS file system that Linux tasks share. A task mounts it with `at`, through TLS, one access point and its
 * own role; nothing else gets in.
 *
 * Costs nothing while it is empty. Then, a month in us-east-1: $0.30 for a GB ($0.16 in One Zone), less once unused files
 * have moved, $0.03 for each GB read and $0.06 for each written, $0.05 for a GB of backups
 * (https://aws.amazon.com/efs/pricing).
 */
export class SharedFileSystem extends pulumi.ComponentResource {
  /** Known once the file system can be mounted: earlier mounts fail. */
  readonly fileSystemId: pulumi.Output<string>;
  readonly fileSystemArn: pulumi.Output<string>;
  readonly accessPointId: pulumi.Output<string>;
  readonly accessPointArn: pulumi.Output<string>;
  /** Worn by a task to reach the mount targets; nothing else reaches port 2049. */
  readonly clientSecurityGroupId: pulumi.Output<string>;
  readonly #name: string;

  constructor(name: string, args: SharedFileSystemArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:efs:SharedFileSystem", name, {}, opts);
    this.#name = name;
    checkFileSystem(this, name, args);

    const fileSystem = createFileSystem(this, name, args);
    const status = (args.backup ?? true) ? "ENABLED" : "DISABLED";
    new aws.efs.BackupPolicy(
      name,
      { fileSystemId: fileSystem.id, backupPolicy: { status } },
      { parent: this, protect: false },
    );
    const { clients, mountTargets: group } = createSecurityGroups(this, name, args.vpcId);
    const mountTargets = createMountTargets(this, name, args.subnetIds, fileSystem, group);
    const accessPoint = createAccessPoint(this, name, fileSystem.id, args.accessPoint);
    const policy = new aws.efs.FileSystemPolicy(
      name,
      {
        fileSystemId: fileSystem.id,
        policy: policyJson(fileSystemPolicyStatements(fileSystem.arn, accessPoint.arn)),
      },
      { parent: this, protect: false },
    );

    this.fileSystemId = after([...mountTargets, policy], fileSystem.id);
    this.fileSystemArn = fileSystem.arn;
    this.accessPointId = accessPoint.id;
    this.accessPointArn = accessPoint.arn;
    this.clientSecurityGroupId = clients.id;
    this.registerOutputs({
      fileSystemId: this.fileSystemId,
      fileSystemArn: this.fileSystemArn,
      accessPointId: this.accessPointId,
      accessPointArn: this.accessPointArn,
      clientSecurityGroupId: this.clientSecurityGroupId,
    });
  }

  /**
   * The file system as a volume at this absolute path of a Linux container. With `readOnly` the task's role gets no
   * permission to write, not only the container.
   */
  at(containerPath: string, options: { readOnly?: boolean } = {}): Mount {
    const { readOnly = false } = options;
    if (!containerPath.startsWith("/")) {
      const problem = `"${containerPath}" is no absolute path of a Linux container. Use one such as "/data".`;
      throw new pulumi.ResourceError(`SharedFileSystem "${this.#name}": ${problem}`, this, true);
    }
    return {
      kind: "efs",
      name: this.#name,
      containerPath,
      readOnly,
      volume: {
        efsVolumeConfiguration: {
          fileSystemId: this.fileSystemId,
          transitEncryption: "ENABLED",
          authorizationConfig: { accessPointId: this.accessPointId, iam: "ENABLED" },
        },
      },
      clientSecurityGroupId: this.clientSecurityGroupId,
      taskRoleStatements: [mountStatement(this.fileSystemArn, this.accessPointArn, readOnly)],
    };
  }
}

/** Refuses what AWS would refuse, all mistakes at once. */
function checkFileSystem(fileSystem: SharedFileSystem, name: string, args: SharedFileSystemArgs): void {
  const mistakes = fileSystemMistakes(args);
  if (!/^[a-zA-Z0-9_-]{1,255}$/.test(name)) {
    mistakes.unshift("Its name is no name of a volume. Use 1–255 letters, digits, _ and -.");
  }
  if (mistakes.length === 0) return;
  throw new pulumi.ResourceError(`SharedFileSystem "${name}": ${mistakes.join(" ")}`, fileSystem, true);
}

function createFileSystem(parent: pulumi.Resource, name: string, args: SharedFileSystemArgs): aws.efs.FileSystem {
  const { availabilityZone, kmsKeyArn, throughputMode = "elastic", provisionedThroughputMiBps } = args;
  return new aws.efs.FileSystem(
    name,
    {
      encrypted: true,
      kmsKeyId: kmsKeyArn,
      availabilityZoneName: availabilityZone,
      performanceMode: "generalPurpose",
      throughputMode,
      provisionedThroughputInMibps: provisionedThroughputMiBps,
      lifecyclePolicies: lifecyclePolicies(args.lifecycle ?? {}, storageKind(args)),
    },
    { parent },
  );
}

function createMountTargets(
  parent: pulumi.Resource,
  name: string,
  subnetIds: pulumi.Input<string>[],
  fileSystem: aws.efs.FileSystem,
  group: aws.ec2.SecurityGroup,
): aws.efs.MountTarget[] {
  return subnetIds.map(
    (subnetId, index) =>
      new aws.efs.MountTarget(
        `${name}-${index + 1}`,
        { fileSystemId: fileSystem.id, subnetId, securityGroups: [group.id] },
        // A zone has room for one mount target, so that the old one must go first.
        { parent, deleteBeforeReplace: true, protect: false },
      ),
  );
}

function after(resources: pulumi.CustomResource[], id: pulumi.Output<string>): pulumi.Output<string> {
  return pulumi.all([id, ...resources.map((resource) => resource.id)]).apply(([first]) => first as string);
}
