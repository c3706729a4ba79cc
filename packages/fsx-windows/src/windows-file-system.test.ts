import { ofType, only, type Plan, record } from "@acme/plan";
import type * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { WindowsFileSystem } from "./windows-file-system.ts";
import type { WindowsFileSystemArgs } from "./windows-file-system-args.ts";

const managed = {
  directoryId: "d-0123456789",
  domainName: "corp.example.com",
  dnsIpAddresses: ["10.0.0.10", "10.0.1.10"],
  clientSecurityGroupId: "sg-directory",
};
const given: WindowsFileSystemArgs = {
  vpcId: "vpc-1",
  subnetIds: ["subnet-a", "subnet-b", "subnet-c"],
  directory: managed,
  mountSecret: { secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:files-AbCdEf" },
  alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
};
const plan = (args: Partial<WindowsFileSystemArgs> = {}, opts?: pulumi.ComponentResourceOptions, name = "files") =>
  record(() => {
    const files = new WindowsFileSystem(name, { ...given, ...args }, opts);
    const { fileSystemId, fileSystemArn, dnsName, remoteAdministrationEndpoint, clientSecurityGroupId } = files;
    const { auditLogGroupName } = files;
    return {
      fileSystemId,
      fileSystemArn,
      dnsName,
      remoteAdministrationEndpoint,
      clientSecurityGroupId,
      auditLogGroupName,
    };
  });
const fileSystemOf = (recorded: Plan) => only(recorded, "aws:fsx/windowsFileSystem:WindowsFileSystem");

const chain = "acme:fsx-windows:WindowsFileSystem$aws:";
const group = (what: string) => `\${${chain}ec2/securityGroup:SecurityGroup::files-${what}.id}`;
const fileSystem = (property: string) => `\${${chain}fsx/windowsFileSystem:WindowsFileSystem::files.${property}}`;
const logGroup = `${chain}cloudwatch/logGroup:LogGroup::files-audit`;
const auditLogConfiguration = {
  fileAccessAuditLogLevel: "SUCCESS_AND_FAILURE",
  fileShareAccessAuditLogLevel: "FAILURE_ONLY",
  auditLogDestination: `\${${logGroup}.arn}`,
};
const usual = {
  activeDirectoryId: "d-0123456789",
  deploymentType: "MULTI_AZ_1",
  subnetIds: ["subnet-a", "subnet-b"],
  preferredSubnetId: "subnet-a",
  securityGroupIds: [group("servers"), "sg-directory"],
  storageType: "SSD",
  storageCapacity: 32,
  throughputCapacity: 32,
  auditLogConfiguration,
  weeklyMaintenanceStartTime: "7:04:00",
  automaticBackupRetentionDays: 30,
  dailyAutomaticBackupStartTime: "02:00",
  copyTagsToBackups: true,
  skipFinalBackup: false,
};

describe("WindowsFileSystem", () => {
  it("stands in two zones, backed up and audited, and reaches the domain controllers", async () => {
    expect(fileSystemOf(await plan()).inputs).toEqual(usual);
  });

  it("stands in one zone as asked, and leaves nothing behind", async () => {
    const recorded = await plan({
      deploymentType: "SINGLE_AZ_2",
      storageType: "HDD",
      storageCapacityGiB: 2000,
      throughputCapacityMBps: 64,
      kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
      aliases: ["files.corp.example.com"],
      weeklyMaintenanceStartTime: "1:05:30",
      withoutBackup: { reason: "it is a trial" },
    });
    const { dailyAutomaticBackupStartTime: _time, preferredSubnetId: _subnet, ...rest } = usual;
    expect(fileSystemOf(recorded).inputs).toEqual({
      ...rest,
      deploymentType: "SINGLE_AZ_2",
      subnetIds: ["subnet-a"],
      storageType: "HDD",
      storageCapacity: 2000,
      throughputCapacity: 64,
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/k",
      aliases: ["files.corp.example.com"],
      weeklyMaintenanceStartTime: "1:05:30",
      automaticBackupRetentionDays: 0,
      skipFinalBackup: true,
    });
  });

  it("joins a directory of the company's own by a secret, with two of its addresses", async () => {
    const joinSecretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:join-AbCdEf";
    const directory = {
      domainName: "corp.example.com",
      dnsIpAddresses: ["10.0.0.10", "10.0.1.10", "10.0.2.10"],
      clientSecurityGroupId: "sg-directory",
      joinSecretArn,
      organizationalUnit: "OU=FSx,DC=corp,DC=example,DC=com",
      fileSystemAdministratorsGroup: "Storage Admins",
    };
    const { activeDirectoryId: _id, ...rest } = usual;
    expect(fileSystemOf(await plan({ directory })).inputs).toEqual({
      ...rest,
      selfManagedActiveDirectory: {
        domainName: "corp.example.com",
        dnsIps: ["10.0.0.10", "10.0.1.10"],
        domainJoinServiceAccountSecret: joinSecretArn,
        organizationalUnitDistinguishedName: "OU=FSx,DC=corp,DC=example,DC=com",
        fileSystemAdministratorsGroup: "Storage Admins",
      },
    });
  });

  it("protects the files, and nothing else", async () => {
    const recorded = await plan({}, { protect: true });
    const kept = recorded.resources.filter(({ options }) => options?.protect).map(({ name, type }) => [name, type]);
    expect(kept).toEqual([
      ["files", "aws:fsx/windowsFileSystem:WindowsFileSystem"],
      ["files", "acme:fsx-windows:WindowsFileSystem"],
    ]);
  });

  it("waits as long as AWS takes", async () => {
    const { options } = fileSystemOf(await plan());
    expect(options.customTimeouts).toEqual({ create: "60m", update: "120m", delete: "60m" });
  });

  it("is not replaced for another security group", async () => {
    expect(fileSystemOf(await plan()).options.ignoreChanges).toEqual(["securityGroupIds"]);
  });

  it("says what hosts, people and tasks need to reach it", async () => {
    expect((await plan()).outputs).toEqual({
      fileSystemId: fileSystem("id"),
      fileSystemArn: fileSystem("arn"),
      dnsName: fileSystem("dnsName"),
      remoteAdministrationEndpoint: fileSystem("remoteAdministrationEndpoint"),
      clientSecurityGroupId: group("clients"),
      auditLogGroupName: "/aws/fsx/project-dev-files",
    });
  });

  it("refuses all mistakes at once, before it creates anything", async () => {
    const error = await plan({ subnetIds: [], mountSecret: undefined, storageCapacityGiB: 16 }, {}, "my files").catch(
      (error: unknown) => error,
    );
    expect(error instanceof Error && error.message).toBe(
      'WindowsFileSystem "my files": Its name is no name of a volume. Use 1–100 letters, digits, _ and -. ' +
        "SSD storage of an FSx for Windows file system: 16 GiB is not allowed. Use 32–65536 GiB; the nearest is 32. " +
        "MULTI_AZ_1 stands in two zones, and gets no subnets. Give one in each of two zones, or use SINGLE_AZ_2. " +
        "It has no account to mount with. Give mountSecret, a secret with a service account.",
    );
  });

  it("passes with an override what AWS may allow by now", async () => {
    const ruleOverrides = [{ rule: "windows-throughput" as const, reason: "AWS has it since spring" }];
    const recorded = await plan({ throughputCapacityMBps: 48, ruleOverrides });
    expect(fileSystemOf(recorded).inputs).toMatchObject({ throughputCapacity: 48 });
    expect(recorded.messages).toEqual([
      {
        severity: "warning",
        text:
          'WindowsFileSystem "files": 48 MBps is no throughput capacity that FSx for Windows has ' +
          "(allowed here: AWS has it since spring). Use 32 or 64.",
      },
    ]);
  });

  it("creates one of each", async () => {
    const recorded = await plan();
    expect(ofType(recorded, "aws:ec2/securityGroup:SecurityGroup")).toHaveLength(2);
    expect(recorded.resources).toHaveLength(10);
  });
});
