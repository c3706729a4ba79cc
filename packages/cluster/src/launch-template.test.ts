import { only, type Plan } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { kmsKeyArn, managedDirectory, planLinux, planWindows } from "./test-hosts.ts";

const template = (planned: Plan) => only(planned, "aws:ec2/launchTemplate:LaunchTemplate").inputs;
const windows = "acme:cluster:WindowsCapacity";

describe("Launch template of hosts", () => {
  it("starts private, encrypted hosts that answer metadata by token only", async () => {
    const { userData, ...others } = template(await planWindows({ amiId: "ami-0123456789abcdef0" }));
    expect(others).toEqual({
      imageId: "ami-0123456789abcdef0",
      iamInstanceProfile: { arn: `\${${windows}$aws:iam/instanceProfile:InstanceProfile::hosts-hosts.arn}` },
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [`\${${windows}$aws:ec2/securityGroup:SecurityGroup::hosts-hosts.id}`],
        },
      ],
      blockDeviceMappings: [
        {
          deviceName: "/dev/sda1",
          ebs: {
            volumeType: "gp3",
            volumeSize: 100,
            encrypted: "true",
            kmsKeyId: kmsKeyArn,
            deleteOnTermination: "true",
          },
        },
      ],
      ebsOptimized: "true",
      instanceInitiatedShutdownBehavior: "terminate",
      tagSpecifications: [
        { resourceType: "volume", tags: { Name: "hosts" } },
        { resourceType: "network-interface", tags: { Name: "hosts" } },
      ],
    });
    expect(userData).toMatch(/^base64:/);
  });

  it("has the root volume of Amazon Linux on Linux", async () => {
    expect(template(await planLinux()).blockDeviceMappings).toEqual([
      {
        deviceName: "/dev/xvda",
        ebs: {
          volumeType: "gp3",
          volumeSize: 30,
          encrypted: "true",
          kmsKeyId: kmsKeyArn,
          deleteOnTermination: "true",
        },
      },
    ]);
  });

  it("wears the groups of the directory and of what it mounts", async () => {
    const planned = await planWindows({ domainJoin: managedDirectory, clientSecurityGroupIds: ["sg-files"] });
    expect(template(planned).networkInterfaces).toMatchObject([
      {
        securityGroups: [
          `\${${windows}$aws:ec2/securityGroup:SecurityGroup::hosts-hosts.id}`,
          "sg-directory",
          "sg-files",
        ],
      },
    ]);
  });

  it("tags volumes and network interfaces, which default tags do not reach", async () => {
    const planned = await planLinux({ tags: { CostCenter: "42" } });
    expect(template(planned).tagSpecifications).toEqual([
      { resourceType: "volume", tags: { CostCenter: "42", Name: "hosts" } },
      { resourceType: "network-interface", tags: { CostCenter: "42", Name: "hosts" } },
    ]);
  });
});
