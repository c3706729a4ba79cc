import { policyJson } from "@acme/iam";
import { only, record } from "@acme/plan";
import * as aws from "@pulumi/aws";
import { describe, expect, it } from "vitest";
import { WindowsFileSystem } from "./windows-file-system.ts";
import type { MountOptions } from "./windows-mount.ts";
import type { MountAccountArgs } from "./windows-mount-account.ts";

const secretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:files-AbCdEf";
const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/k";
const create = (account: MountAccountArgs) =>
  new WindowsFileSystem("files", {
    vpcId: "vpc-1",
    subnetIds: ["subnet-a", "subnet-b"],
    directory: {
      directoryId: "d-0123456789",
      domainName: "corp.example.com",
      dnsIpAddresses: ["10.0.0.10", "10.0.1.10"],
      clientSecurityGroupId: "sg-directory",
    },
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
    ...account,
  });
const mountOf = (
  containerPath: string,
  options?: MountOptions,
  account: MountAccountArgs = { mountSecret: { secretArn } },
) =>
  record(() => {
    const { executionRoleStatements = [], ...mount } = create(account).at(containerPath, options);
    return { mount, policy: policyJson(executionRoleStatements) };
  });
const statementsOf = async (account: MountAccountArgs) =>
  JSON.parse(String((await mountOf("C:\\data", {}, account)).outputs.policy)).Statement;

const chain = "acme:fsx-windows:WindowsFileSystem$aws:";
const fileSystem = `${chain}fsx/windowsFileSystem:WindowsFileSystem::files`;

describe("WindowsFileSystem.at", () => {
  it("is a share that the host mounts with the account, without a group or a permission of the task", async () => {
    const { outputs } = await mountOf("C:\\data");
    expect(outputs.mount).toEqual({
      kind: "fsx-windows",
      name: "files",
      containerPath: "C:\\data",
      readOnly: false,
      volume: {
        fsxWindowsFileServerVolumeConfiguration: {
          fileSystemId: `\${${fileSystem}.id}`,
          rootDirectory: "share",
          authorizationConfig: { credentialsParameter: secretArn, domain: "corp.example.com" },
        },
      },
    });
  });

  it("is a folder of a share, under a name of its own", async () => {
    const options = { share: "Team files", directory: "orders\\in coming", readOnly: true };
    const { outputs } = await mountOf("c:\\inetpub\\App_Data", options);
    expect(outputs.mount).toMatchObject({
      name: "files-Team-files-orders-in-coming",
      containerPath: "c:\\inetpub\\App_Data",
      readOnly: true,
      volume: { fsxWindowsFileServerVolumeConfiguration: { rootDirectory: "Team files\\orders\\in coming" } },
    });
  });

  it("lets the execution role read the secret and find the file system", async () => {
    expect(await statementsOf({ mountSecret: { secretArn } })).toEqual([
      { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: secretArn },
      { Effect: "Allow", Action: ["fsx:DescribeFileSystems"], Resource: "*" },
    ]);
  });

  it("lets the execution role use the secret's customer key, the administrator's too", async () => {
    const administrator = { reason: "there are no service accounts yet", secretArn, kmsKeyArn };
    expect(await statementsOf({ mountAsAdministrator: administrator })).toEqual([
      { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: secretArn },
      { Effect: "Allow", Action: ["kms:Decrypt"], Resource: kmsKeyArn },
      { Effect: "Allow", Action: ["fsx:DescribeFileSystems"], Resource: "*" },
    ]);
  });

  it("lets a task start only once the file system stands and hosts can reach it", async () => {
    const plan = await record(() => {
      const volumes = [{ name: "files", ...create({ mountSecret: { secretArn } }).at("C:\\data").volume }];
      new aws.ecs.TaskDefinition("iis", { family: "iis", containerDefinitions: "[]", volumes });
    });
    expect(only(plan, "aws:ecs/taskDefinition:TaskDefinition").dependencies).toEqual([
      fileSystem,
      `${chain}vpc/securityGroupEgressRule:SecurityGroupEgressRule::files-clients-445`,
      `${chain}vpc/securityGroupEgressRule:SecurityGroupEgressRule::files-clients-5985`,
      `${chain}vpc/securityGroupIngressRule:SecurityGroupIngressRule::files-servers-445`,
      `${chain}vpc/securityGroupIngressRule:SecurityGroupIngressRule::files-servers-5985`,
    ]);
  });

  it("refuses what cannot be mounted, by the file system's name", async () => {
    const error = await mountOf("/data", { directory: "\\orders" }).catch((error: unknown) => error);
    expect(error instanceof Error && error.message).toBe(
      'WindowsFileSystem "files": "/data" is no absolute path of plain folder names in a Windows container. ' +
        'Use one such as "C:\\data". directory "\\orders" is no path of plain folder names. ' +
        'Write it from the share on, without the share and the first \\, as "orders\\incoming".',
    );
  });
});
