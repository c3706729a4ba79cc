import { ofType, only, record } from "@acme/plan";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { createSecurityGroups } from "./security-groups.ts";

class Owner extends pulumi.ComponentResource {
  constructor() {
    super("acme:test:Owner", "files", {});
    createSecurityGroups(this, "files", "vpc-1");
    this.registerOutputs({});
  }
}

const group = (name: string) => `\${acme:test:Owner$aws:ec2/securityGroup:SecurityGroup::files-${name}.id}`;

describe("createSecurityGroups", () => {
  it("makes two groups without rules of their own", async () => {
    const groups = ofType(await record(() => new Owner()), "aws:ec2/securityGroup:SecurityGroup");
    expect(groups.map(({ name, inputs }) => [name, inputs])).toEqual([
      ["files-clients", { vpcId: "vpc-1", description: "Tasks that mount the file system" }],
      ["files-mount-targets", { vpcId: "vpc-1", description: "Mount targets of the file system" }],
    ]);
  });

  it("opens NFS to its client group only", async () => {
    const plan = await record(() => new Owner());
    expect(only(plan, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs).toEqual({
      securityGroupId: group("mount-targets"),
      referencedSecurityGroupId: group("clients"),
      ipProtocol: "tcp",
      fromPort: 2049,
      toPort: 2049,
    });
  });

  it("lets clients out to its mount targets only", async () => {
    const plan = await record(() => new Owner());
    expect(only(plan, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").inputs).toEqual({
      securityGroupId: group("clients"),
      referencedSecurityGroupId: group("mount-targets"),
      ipProtocol: "tcp",
      fromPort: 2049,
      toPort: 2049,
    });
  });
});
