import { ofType, only, type Plan, record } from "@acme/plan";
import type * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { SharedFileSystem } from "./shared-file-system.ts";
import type { SharedFileSystemArgs } from "./shared-file-system-args.ts";

const network = { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"] };
const plan = (args: Partial<SharedFileSystemArgs> = {}, opts?: pulumi.ComponentResourceOptions, name = "files") =>
  record(() => {
    const files = new SharedFileSystem(name, { ...network, ...args }, opts);
    const { fileSystemId, fileSystemArn, accessPointId, accessPointArn, clientSecurityGroupId } = files;
    return { fileSystemId, fileSystemArn, accessPointId, accessPointArn, clientSecurityGroupId };
  });
const inputsOf = (recorded: Plan, type: string) => only(recorded, `aws:efs/${type}`).inputs;
const refusal = async (...args: Parameters<typeof plan>) => {
  const error = await plan(...args).catch((error: unknown) => error);
  return error instanceof Error ? error.message : undefined;
};

const chain = "acme:efs:SharedFileSystem$aws:efs";
const fileSystem = (property: string) => `\${${chain}/fileSystem:FileSystem::files.${property}}`;
const accessPoint = (property: string) => `\${${chain}/accessPoint:AccessPoint::files.${property}}`;
const clients = "${acme:efs:SharedFileSystem$aws:ec2/securityGroup:SecurityGroup::files-clients.id}";
const mountTargetGroup = "${acme:efs:SharedFileSystem$aws:ec2/securityGroup:SecurityGroup::files-mount-targets.id}";

describe("SharedFileSystem", () => {
  it("is encrypted, elastic and moves unused files to cheaper storage", async () => {
    expect(inputsOf(await plan(), "fileSystem:FileSystem")).toEqual({
      encrypted: true,
      performanceMode: "generalPurpose",
      throughputMode: "elastic",
      lifecyclePolicies: [{ transitionToIa: "AFTER_30_DAYS" }, { transitionToArchive: "AFTER_90_DAYS" }],
    });
  });

  it("takes a key, one zone and provisioned throughput", async () => {
    const recorded = await plan({
      subnetIds: ["subnet-a"],
      availabilityZone: "us-east-1a",
      kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
      throughputMode: "provisioned",
      provisionedThroughputMiBps: 20,
    });
    expect(inputsOf(recorded, "fileSystem:FileSystem")).toEqual({
      encrypted: true,
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/k",
      availabilityZoneName: "us-east-1a",
      performanceMode: "generalPurpose",
      throughputMode: "provisioned",
      provisionedThroughputInMibps: 20,
      lifecyclePolicies: [{ transitionToIa: "AFTER_30_DAYS" }],
    });
    expect(ofType(recorded, "aws:efs/mountTarget:MountTarget")).toHaveLength(1);
  });

  it("has a mount target in each subnet, replaced by deleting it first", async () => {
    const targets = ofType(await plan(), "aws:efs/mountTarget:MountTarget");
    expect(targets.map(({ name, inputs, options }) => ({ name, inputs, options }))).toEqual(
      network.subnetIds.map((subnetId, index) => ({
        name: `files-${index + 1}`,
        inputs: { fileSystemId: fileSystem("id"), subnetId, securityGroups: [mountTargetGroup] },
        options: { deleteBeforeReplace: true },
      })),
    );
  });

  it("gives tasks one folder, as the user of the .NET images", async () => {
    expect(inputsOf(await plan(), "accessPoint:AccessPoint")).toEqual({
      fileSystemId: fileSystem("id"),
      posixUser: { uid: 1654, gid: 1654 },
      rootDirectory: { path: "/data", creationInfo: { ownerUid: 1654, ownerGid: 1654, permissions: "0750" } },
    });
  });

  it("gives tasks the folder and user that are asked for", async () => {
    const wanted = { path: "/a", userId: 1, groupId: 2, secondaryGroupIds: [3], permissions: "770" };
    expect(inputsOf(await plan({ accessPoint: wanted }), "accessPoint:AccessPoint")).toEqual({
      fileSystemId: fileSystem("id"),
      posixUser: { uid: 1, gid: 2, secondaryGids: [3] },
      rootDirectory: { path: "/a", creationInfo: { ownerUid: 1, ownerGid: 2, permissions: "770" } },
    });
  });

  it.each([
    [undefined, "ENABLED"],
    [true, "ENABLED"],
    [false, "DISABLED"],
  ])("with backup %s has backups %s", async (backup, status) => {
    expect(inputsOf(await plan({ backup }), "backupPolicy:BackupPolicy")).toEqual({
      fileSystemId: fileSystem("id"),
      backupPolicy: { status },
    });
  });

  it("denies every client without TLS, the access point or a mount target, and root, and allows nobody", async () => {
    const { fileSystemId, policy } = inputsOf(await plan(), "fileSystemPolicy:FileSystemPolicy");
    const all = ["ClientMount", "ClientRootAccess", "ClientWrite"].map((action) => `elasticfilesystem:${action}`);
    const denied = { Effect: "Deny", Principal: { AWS: "*" }, Action: all, Resource: fileSystem("arn") };
    expect(fileSystemId).toBe(fileSystem("id"));
    expect(JSON.parse(String(policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        { ...denied, Sid: "DenyWithoutTls", Condition: { Bool: { "aws:SecureTransport": "false" } } },
        {
          ...denied,
          Sid: "DenyOutsideTheAccessPoint",
          Condition: { StringNotEquals: { "elasticfilesystem:AccessPointArn": accessPoint("arn") } },
        },
        {
          ...denied,
          Sid: "DenyOutsideMountTargets",
          Condition: { BoolIfExists: { "elasticfilesystem:AccessedViaMountTarget": "false" } },
        },
        { ...denied, Sid: "DenyRoot", Action: ["elasticfilesystem:ClientRootAccess"] },
      ],
    });
  });

  it("gives its ids and ARNs", async () => {
    expect((await plan()).outputs).toEqual({
      fileSystemId: fileSystem("id"),
      fileSystemArn: fileSystem("arn"),
      accessPointId: accessPoint("id"),
      accessPointArn: accessPoint("arn"),
      clientSecurityGroupId: clients,
    });
  });

  it("protects what holds files and their owner, and nothing else", async () => {
    const { resources } = await plan({}, { protect: true });
    const held = resources.filter(({ options, component }) => options.protect && !component);
    expect(held.map(({ type }) => type).sort()).toEqual([
      "aws:efs/accessPoint:AccessPoint",
      "aws:efs/fileSystem:FileSystem",
    ]);
    expect(resources).toHaveLength(11);
  });

  it("refuses all mistakes at once, before its first child", async () => {
    expect(await refusal({ subnetIds: [], lifecycle: { archiveDays: 7 } }, {}, "the files")).toBe(
      'SharedFileSystem "the files": Its name is no name of a volume. Use 1–255 letters, digits, _ and -. ' +
        "A Regional file system gets no subnets. " +
        "Give one in each of two or more zones, or set availabilityZone for a One Zone file system. " +
        "archiveDays is 7. Make it more than infrequentAccessDays, which is 30.",
    );
  });
});
