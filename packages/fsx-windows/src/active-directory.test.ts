import { ofType, only, record } from "@acme/plan";
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { ActiveDirectory } from "./active-directory.ts";
import type { ActiveDirectoryArgs } from "./active-directory-args.ts";

const managed = { kind: "managed", edition: "Standard", domainName: "corp.example.com" } as const;
const existing = {
  kind: "existing-managed",
  directoryId: "d-0123456789",
  domainName: "corp.example.com",
  dnsIpAddresses: ["10.0.0.10", "10.0.1.10"],
} as const;
const selfManaged = {
  kind: "self-managed",
  domainName: "corp.example.com",
  dnsIpAddresses: ["10.9.0.10"],
  joinSecretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:join-AbCdEf",
  joinSecretKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/j",
  organizationalUnit: "OU=FSx,DC=corp,DC=example,DC=com",
  fileSystemAdministratorsGroup: "Storage",
};
const plan = (args: object = {}, opts?: pulumi.ComponentResourceOptions) =>
  record(() => {
    const all = {
      vpcId: "vpc-1",
      subnetIds: ["subnet-a", "subnet-b", "subnet-c"],
      directory: managed,
      nameResolution: "resolver-endpoint",
      kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
      ...args,
    } as ActiveDirectoryArgs;
    const { directory, administratorSecretArn } = new ActiveDirectory("ad", all, opts);
    const { domainName, clientSecurityGroupId } = directory;
    new aws.ssm.Parameter("domain", { type: "String", value: domainName });
    new aws.ssm.Parameter("group", { type: "String", value: clientSecurityGroupId });
    if ("directoryId" in directory) new aws.ssm.Parameter("id", { type: "String", value: directory.directoryId });
    return { directory, administratorSecretArn };
  });

const chain = "acme:fsx-windows:ActiveDirectory$aws:";
const DIRECTORY = "aws:directoryservice/directory:Directory";
const RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const directory = (property: string) => `\${${chain}directoryservice/directory:Directory::ad.${property}}`;
const clients = `\${${chain}ec2/securityGroup:SecurityGroup::ad-clients.id}`;
const association = {
  "resolver-endpoint": `${chain}route53/resolverRuleAssociation:ResolverRuleAssociation::ad`,
  "dhcp-options": `${chain}ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation::ad`,
};

describe("ActiveDirectory", () => {
  it("creates a directory of two controllers, in the first two zones", async () => {
    const { inputs, options } = only(await plan(), DIRECTORY);
    expect(inputs).toEqual({
      type: "MicrosoftAD",
      edition: "Standard",
      name: "corp.example.com",
      password: "[secret]",
      vpcSettings: { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"] },
    });
    expect(options).toEqual({
      ignoreChanges: ["password"],
      customTimeouts: { create: "60m", delete: "60m" },
      additionalSecretOutputs: ["password"],
    });
  });

  it("gives a created directory by references, and where its administrator's secret is", async () => {
    expect((await plan({ directory: { ...managed, edition: "Enterprise", shortName: "CORP" } })).outputs).toEqual({
      directory: {
        directoryId: directory("id"),
        domainName: "corp.example.com",
        dnsIpAddresses: [directory("dnsIpAddresses[0]"), directory("dnsIpAddresses[1]")],
        clientSecurityGroupId: clients,
      },
      administratorSecretArn: `\${${chain}secretsmanager/secretVersion:SecretVersion::ad-administrator.arn}`,
    });
  });

  it("takes an existing managed directory, and creates neither it nor a secret", async () => {
    const recorded = await plan({ directory: existing });
    const { kind: _kind, ...reference } = existing;
    expect(recorded.outputs).toEqual({ directory: { ...reference, clientSecurityGroupId: clients } });
    expect(recorded.resources.filter(({ type }) => /directoryservice|secretsmanager/.test(type))).toEqual([]);
  });

  it("takes a self-managed directory with the account that joins it", async () => {
    const recorded = await plan({ directory: selfManaged });
    const { kind: _kind, ...reference } = selfManaged;
    expect(recorded.outputs).toEqual({ directory: { ...reference, clientSecurityGroupId: clients } });
  });

  it.each([
    [managed, { referencedSecurityGroupId: directory("securityGroupId") }],
    [selfManaged, { cidrIpv4: "10.9.0.10/32" }],
  ])("lets clients of %j out to its controllers only", async (kind, destination) => {
    const rules = ofType(await plan({ directory: kind, nameResolution: "existing" }), RULE);
    expect(rules).toHaveLength(16);
    for (const { inputs } of rules) expect(inputs).toMatchObject({ securityGroupId: clients, ...destination });
  });

  it.each(["resolver-endpoint", "dhcp-options"] as const)(
    "is known once the VPC finds it, by %s",
    async (nameResolution) => {
      const recorded = await plan({ nameResolution });
      for (const parameter of ["domain", "id"]) {
        const { dependencies } = only(recorded, "aws:ssm/parameter:Parameter", parameter);
        expect(dependencies).toContain(association[nameResolution]);
      }
    },
  );

  it("tells hosts whom to ask for names, where they alone find the domain", async () => {
    const dnsServersOf = async (nameResolution: string) =>
      ((await plan({ nameResolution })).outputs.directory as { dnsServers?: string[] }).dnsServers;
    expect(await dnsServersOf("hosts")).toEqual([directory("dnsIpAddresses[0]"), directory("dnsIpAddresses[1]")]);
    expect(await dnsServersOf("resolver-endpoint")).toBeUndefined();
  });

  it("gives its client group once all ways out are open", async () => {
    const recorded = await plan({ nameResolution: "existing" });
    const { dependencies } = only(recorded, "aws:ssm/parameter:Parameter", "group");
    expect(dependencies).toEqual(expect.arrayContaining(ofType(recorded, RULE).map(({ urn }) => urn)));
  });

  it("protects what holds users and passwords where it is protected", async () => {
    const { resources } = await plan({}, { protect: true });
    const held = resources.filter(({ options }) => options.protect).map(({ type }) => type);
    expect(held).toEqual([
      DIRECTORY,
      "aws:secretsmanager/secret:Secret",
      "aws:secretsmanager/secretVersion:SecretVersion",
      "acme:fsx-windows:ActiveDirectory",
    ]);
  });

  it("refuses all mistakes at once", async () => {
    const refused = plan({ directory: { ...managed, domainName: "corp" }, subnetIds: [], secretRecoveryWindowDays: 3 });
    await expect(refused).rejects.toThrow(
      'ActiveDirectory "ad": domainName "corp" is no full name of a domain. Write it as "corp.example.com". ' +
        "secretRecoveryWindowDays 3 is not allowed. Use a whole number of days, 7–30, or 0. " +
        "A managed directory stands in two zones, and gets no subnets. Give one in each of two zones. " +
        "A Resolver endpoint stands in two zones, and gets no subnets. Give one in each of two zones.",
    );
  });
});
