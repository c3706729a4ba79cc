import { ofType, only, type Plan, record } from "@acme/plan";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { ActiveDirectoryArgs } from "./active-directory-args.ts";
import type { DomainControllers } from "./directory-controllers.ts";
import { createNameResolution } from "./name-resolution.ts";

const controllers: DomainControllers = {
  dnsIpAddresses: ["10.0.0.10", "10.0.1.10"],
  destinations: [{ referencedSecurityGroupId: "sg-controllers" }],
};

class Owner extends pulumi.ComponentResource {
  constructor(nameResolution: ActiveDirectoryArgs["nameResolution"]) {
    super("acme:test:Owner", "ad", {});
    const args: ActiveDirectoryArgs = {
      vpcId: "vpc-1",
      subnetIds: ["subnet-a", "subnet-b", "subnet-c"],
      directory: { kind: "managed", edition: "Standard", domainName: "corp.example.com" },
      nameResolution,
    };
    createNameResolution(this, "ad", args, controllers);
    this.registerOutputs({});
  }
}

const planOf = (nameResolution: ActiveDirectoryArgs["nameResolution"]) => record(() => new Owner(nameResolution));
const inputsOf = (plan: Plan, type: string) => only(plan, type).inputs;
const id = (type: string, name = "ad") => `\${acme:test:Owner$${type}::${name}.id}`;

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const ENDPOINT = "aws:route53/resolverEndpoint:ResolverEndpoint";
const FORWARD = "aws:route53/resolverRule:ResolverRule";
const OPTIONS = "aws:ec2/vpcDhcpOptions:VpcDhcpOptions";

describe("createNameResolution", () => {
  it("asks the controllers for the domain's names through an endpoint in two zones", async () => {
    const plan = await planOf("resolver-endpoint");
    expect(inputsOf(plan, ENDPOINT)).toEqual({
      direction: "OUTBOUND",
      ipAddresses: [{ subnetId: "subnet-a" }, { subnetId: "subnet-b" }],
      securityGroupIds: [id(GROUP, "ad-resolver")],
    });
    expect(inputsOf(plan, FORWARD)).toEqual({
      ruleType: "FORWARD",
      domainName: "corp.example.com",
      resolverEndpointId: id(ENDPOINT),
      targetIps: [{ ip: "10.0.0.10" }, { ip: "10.0.1.10" }],
    });
    expect(inputsOf(plan, "aws:route53/resolverRuleAssociation:ResolverRuleAssociation")).toEqual({
      resolverRuleId: id(FORWARD),
      vpcId: "vpc-1",
    });
  });

  it("lets the endpoint out to port 53 of the controllers only", async () => {
    const rules = ofType(await planOf("resolver-endpoint"), "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    expect(rules.map(({ inputs }) => inputs)).toEqual(
      ["tcp", "udp"].map((ipProtocol) => ({
        securityGroupId: id(GROUP, "ad-resolver"),
        referencedSecurityGroupId: "sg-controllers",
        description: "Domain controllers: DNS",
        ipProtocol,
        fromPort: 53,
        toPort: 53,
      })),
    );
  });

  it("opens the endpoint's ways out before the endpoint", async () => {
    const plan = await planOf("resolver-endpoint");
    const rules = ofType(plan, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    expect(only(plan, ENDPOINT).dependencies).toEqual(expect.arrayContaining(rules.map(({ urn }) => urn)));
  });

  it("makes the whole VPC ask the controllers", async () => {
    const plan = await planOf("dhcp-options");
    expect(inputsOf(plan, OPTIONS)).toEqual({
      domainName: "corp.example.com",
      domainNameServers: ["10.0.0.10", "10.0.1.10"],
    });
    expect(inputsOf(plan, "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation")).toEqual({
      dhcpOptionsId: id(OPTIONS),
      vpcId: "vpc-1",
    });
  });

  it("warns of what asks the controllers then, and may not", async () => {
    const { messages } = await planOf("dhcp-options");
    expect(messages.map(({ text }) => text)).toEqual([
      'ActiveDirectory "ad": With dhcp-options everything in the VPC asks the domain controllers for names. Tasks and hosts that may only reach port 443 resolve none: open port 53 for them, or use hosts or resolver-endpoint.',
    ]);
  });

  it.each(["existing", "hosts"] as const)("creates nothing with %s", async (nameResolution) => {
    expect((await planOf(nameResolution)).resources.map(({ type }) => type)).toEqual(["acme:test:Owner"]);
  });
});
