import { ofType, record } from "@acme/plan";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { createFileSystemGroups } from "./file-system-groups.ts";

class Owner extends pulumi.ComponentResource {
  constructor() {
    super("acme:test:Owner", "files", {});
    createFileSystemGroups(this, "files", "vpc-1");
    this.registerOutputs({});
  }
}

const group = (what: string) => `\${acme:test:Owner$aws:ec2/securityGroup:SecurityGroup::files-${what}.id}`;
const inputsOf = async (type: string) => ofType(await record(() => new Owner()), type).map(({ inputs }) => inputs);
const ways = [
  { description: "SMB", ipProtocol: "tcp", fromPort: 445, toPort: 445 },
  { description: "Remote PowerShell", ipProtocol: "tcp", fromPort: 5985, toPort: 5985 },
];

describe("createFileSystemGroups", () => {
  it("makes two groups without rules of their own", async () => {
    expect(await inputsOf("aws:ec2/securityGroup:SecurityGroup")).toEqual([
      { vpcId: "vpc-1", description: "Hosts that mount the file system" },
      { vpcId: "vpc-1", description: "File servers of the file system" },
    ]);
  });

  it("opens SMB and remote PowerShell to its clients only", async () => {
    expect(await inputsOf("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual(
      ways.map((way) => ({
        securityGroupId: group("servers"),
        referencedSecurityGroupId: group("clients"),
        ...way,
      })),
    );
  });

  it("lets clients out to its servers only, and servers nowhere", async () => {
    expect(await inputsOf("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")).toEqual(
      ways.map((way) => ({
        securityGroupId: group("clients"),
        referencedSecurityGroupId: group("servers"),
        ...way,
      })),
    );
  });
});
