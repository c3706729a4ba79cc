import { ofType, only, record } from "@acme/plan";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { controllersAt, createControllersGroup, type Destination } from "./directory-controllers.ts";
import { domainControllerPorts } from "./domain-controller-ports.ts";

class Owner extends pulumi.ComponentResource {
  constructor(destinations: Destination[]) {
    super("acme:test:Owner", "ad", {});
    const description = "Hosts of ad";
    createControllersGroup(this, "ad", { vpcId: "vpc-1", description, ports: domainControllerPorts, destinations });
    this.registerOutputs({});
  }
}

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const rulesTo = async (destinations: Destination[]) =>
  ofType(await record(() => new Owner(destinations)), RULE).map(({ name, inputs }) => [name, inputs] as const);

const ports: [string, number, number, string][] = [
  ["tcp", 135, 135, "RPC endpoint mapper"],
  ["tcp", 3268, 3269, "global catalog, with and without TLS"],
  ["tcp", 389, 389, "LDAP"],
  ["tcp", 445, 445, "SMB"],
  ["tcp", 464, 464, "passwords"],
  ["tcp", 49152, 65535, "RPC"],
  ["tcp", 53, 53, "DNS"],
  ["tcp", 5985, 5985, "remote management"],
  ["tcp", 636, 636, "LDAP over TLS"],
  ["tcp", 88, 88, "Kerberos"],
  ["tcp", 9389, 9389, "Active Directory Web Services"],
  ["udp", 123, 123, "time"],
  ["udp", 389, 389, "LDAP"],
  ["udp", 464, 464, "passwords"],
  ["udp", 53, 53, "DNS"],
  ["udp", 88, 88, "Kerberos"],
];
const expected = (suffix: string, destination: object) =>
  ports.map(([ipProtocol, fromPort, toPort, purpose]) => [
    `ad-${ipProtocol}-${fromPort}${suffix}`,
    {
      securityGroupId: `\${acme:test:Owner$${GROUP}::ad.id}`,
      description: `Domain controllers: ${purpose}`,
      ipProtocol,
      fromPort,
      toPort,
      ...destination,
    },
  ]);

describe("createControllersGroup", () => {
  it("opens exactly the ports of Active Directory, to the controllers' own group", async () => {
    const destination = { referencedSecurityGroupId: "sg-controllers" };
    expect(await rulesTo([destination])).toEqual(expected("", destination));
  });

  it("opens the same to each address and to no other", async () => {
    const { destinations, dnsIpAddresses } = controllersAt(["10.0.0.10", "10.0.1.10"]);
    const rules = await rulesTo(destinations);
    expect(rules.filter(([, { cidrIpv4 }]) => cidrIpv4 === "10.0.0.10/32")).toEqual(
      expected("-10.0.0.10", { cidrIpv4: "10.0.0.10/32" }),
    );
    expect(rules.filter(([, { cidrIpv4 }]) => cidrIpv4 === "10.0.1.10/32")).toEqual(
      expected("-10.0.1.10", { cidrIpv4: "10.0.1.10/32" }),
    );
    expect(rules).toHaveLength(2 * ports.length);
    expect(dnsIpAddresses).toEqual(["10.0.0.10", "10.0.1.10"]);
  });

  it("lets nothing in", async () => {
    const plan = await record(() => new Owner([{ cidrIpv4: "10.0.0.10/32" }]));
    expect(ofType(plan, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual([]);
    expect(only(plan, GROUP).inputs).toEqual({ vpcId: "vpc-1", description: "Hosts of ad" });
  });

  it("stays below the 60 rules of a group with three addresses", () => {
    expect(3 * domainControllerPorts.length).toBeLessThanOrEqual(60);
  });
});
