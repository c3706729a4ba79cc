import { policyJson } from "@acme/iam";
import { only, record } from "@acme/plan";
import * as aws from "@pulumi/aws";
import { describe, expect, it } from "vitest";
import { SharedFileSystem } from "./shared-file-system.ts";

const mountOf = (containerPath: string, options?: { readOnly?: boolean }) =>
  record(() => {
    const files = new SharedFileSystem("files", { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"] });
    const { taskRoleStatements = [], ...mount } = files.at(containerPath, options);
    return { mount, policy: policyJson(taskRoleStatements) };
  });

const chain = "acme:efs:SharedFileSystem$aws:efs";
const fileSystem = `${chain}/fileSystem:FileSystem::files`;
const accessPoint = `${chain}/accessPoint:AccessPoint::files`;

describe("SharedFileSystem.at", () => {
  it("is a volume with TLS, the access point and the task's role", async () => {
    const { outputs } = await mountOf("/files");
    expect(outputs.mount).toEqual({
      kind: "efs",
      name: "files",
      containerPath: "/files",
      readOnly: false,
      volume: {
        efsVolumeConfiguration: {
          fileSystemId: `\${${fileSystem}.id}`,
          transitEncryption: "ENABLED",
          authorizationConfig: { accessPointId: `\${${accessPoint}.id}`, iam: "ENABLED" },
        },
      },
      clientSecurityGroupId: "${acme:efs:SharedFileSystem$aws:ec2/securityGroup:SecurityGroup::files-clients.id}",
    });
  });

  it.each([
    [undefined, ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]],
    [{ readOnly: true }, ["elasticfilesystem:ClientMount"]],
  ])("with %j lets the task role do %j through the access point", async (options, actions) => {
    const { outputs } = await mountOf("/files", options);
    expect(JSON.parse(String(outputs.policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: actions,
          Resource: `\${${fileSystem}.arn}`,
          Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": `\${${accessPoint}.arn}` } },
        },
      ],
    });
  });

  it("is read-only for the container too", async () => {
    const { outputs } = await mountOf("/files", { readOnly: true });
    expect(outputs.mount).toMatchObject({ readOnly: true });
  });

  it("lets a task start only once every mount target and the policy stand", async () => {
    const plan = await record(() => {
      const files = new SharedFileSystem("files", { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"] });
      const volumes = [{ name: "files", ...files.at("/files").volume }];
      new aws.ecs.TaskDefinition("api", { family: "api", containerDefinitions: "[]", volumes });
    });
    expect(only(plan, "aws:ecs/taskDefinition:TaskDefinition").dependencies).toEqual([
      accessPoint,
      fileSystem,
      `${chain}/fileSystemPolicy:FileSystemPolicy::files`,
      `${chain}/mountTarget:MountTarget::files-1`,
      `${chain}/mountTarget:MountTarget::files-2`,
    ]);
  });

  it.each(["files", "", "C:\\files"])("refuses the path %j", async (containerPath) => {
    const error = await mountOf(containerPath).catch((error: unknown) => error);
    expect(error instanceof Error && error.message).toBe(
      `SharedFileSystem "files": "${containerPath}" is no absolute path of a Linux container. Use one such as "/data".`,
    );
  });
});
