import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { ofType, only, type Plan } from "../plan.ts";
import { record } from "../record.ts";

const zones = ["us-east-1a", "us-east-1b", "us-east-1c"];
const plan = (args: awsx.ec2.VpcArgs, opts?: pulumi.ComponentResourceOptions) =>
  record(() => {
    const vpc = new awsx.ec2.Vpc(
      "net",
      { availabilityZoneNames: zones.slice(0, 2), subnetStrategy: "Auto", ...args },
      opts,
    );
    return { vpcId: vpc.vpcId, public: vpc.publicSubnetIds, private: vpc.privateSubnetIds };
  });
const endpoint = { serviceName: "com.amazonaws.us-east-1.s3" };
const blocks = (planned: Plan) =>
  Object.fromEntries(ofType(planned, "aws:ec2/subnet:Subnet").map(({ name, inputs }) => [name, inputs.cidrBlock]));
const names = (planned: Plan, type: string) => ofType(planned, type).map(({ name }) => name);

describe("the expansion of awsx:ec2:Vpc", () => {
  // Layouts as the awsx 3.9.0 plugin made them under the engine.
  it.each([
    [
      2,
      "10.0.0.0/16",
      {
        "net-private-1": "10.0.0.0/18",
        "net-public-1": "10.0.64.0/19",
        "net-private-2": "10.0.128.0/18",
        "net-public-2": "10.0.192.0/19",
      },
    ],
    [
      3,
      "10.0.0.0/16",
      {
        "net-private-1": "10.0.0.0/19",
        "net-public-1": "10.0.32.0/20",
        "net-private-2": "10.0.64.0/19",
        "net-public-2": "10.0.96.0/20",
        "net-private-3": "10.0.128.0/19",
        "net-public-3": "10.0.160.0/20",
      },
    ],
  ])("lays out %i zones in %s", async (count, cidrBlock, expected) => {
    const planned = await plan({ availabilityZoneNames: zones.slice(0, count), cidrBlock });
    expect(blocks(planned)).toEqual(expected);
  });

  it.each([
    ["None", 2, [], ["net-public-1", "net-public-2"]],
    ["Single", 2, ["net-1"], ["net-private-1", "net-private-2", "net-public-1", "net-public-2"]],
    [
      "OnePerAz",
      3,
      ["net-1", "net-2", "net-3"],
      ["net-private-1", "net-private-2", "net-private-3", "net-public-1", "net-public-2", "net-public-3"],
    ],
  ] as const)("makes gateways and routes for NAT %s over %i zones", async (strategy, count, gateways, routes) => {
    const planned = await plan({ availabilityZoneNames: zones.slice(0, count), natGateways: { strategy } });
    expect(names(planned, "aws:ec2/natGateway:NatGateway")).toEqual(gateways);
    expect(names(planned, "aws:ec2/eip:Eip")).toEqual(gateways);
    expect(names(planned, "aws:ec2/route:Route")).toEqual(routes);
  });

  it("sends each zone's private subnet through its own gateway, or all through the only one", async () => {
    const target = (planned: Plan, zone: number) =>
      String(only(planned, "aws:ec2/route:Route", `net-private-${zone}`).inputs.natGatewayId).replace(/^.*::/, "");
    const each = await plan({ natGateways: { strategy: "OnePerAz" } });
    expect([target(each, 1), target(each, 2)]).toEqual(["net-1.id}", "net-2.id}"]);
    const single = await plan({ natGateways: { strategy: "Single" } });
    expect([target(single, 1), target(single, 2)]).toEqual(["net-1.id}", "net-1.id}"]);
  });

  it("hangs resources below each other as the plugin does", async () => {
    const planned = await plan({ natGateways: { strategy: "Single" } });
    const vpc = "awsx:ec2:Vpc$aws:ec2/vpc:Vpc";
    expect(only(planned, "aws:ec2/natGateway:NatGateway").urn).toBe(
      `${vpc}$aws:ec2/subnet:Subnet$aws:ec2/natGateway:NatGateway::net-1`,
    );
    expect(only(planned, "aws:ec2/route:Route", "net-public-1").urn).toBe(
      `${vpc}$aws:ec2/subnet:Subnet$aws:ec2/routeTable:RouteTable$aws:ec2/route:Route::net-public-1`,
    );
  });

  it("gives ids in the order of the zones, and every output depends on all subnets", async () => {
    const planned = await record(() => {
      const vpc = new awsx.ec2.Vpc("net", { availabilityZoneNames: zones.slice(0, 2), subnetStrategy: "Auto" });
      new (class extends pulumi.CustomResource {})("acme:test:User", "user", {
        vpcId: vpc.vpcId,
        subnets: vpc.publicSubnetIds,
      });
    });
    const user = only(planned, "acme:test:User");
    const id = (name: string) => `\${${only(planned, "aws:ec2/subnet:Subnet", name).urn}.id}`;
    expect(user.inputs.subnets).toEqual([id("net-public-1"), id("net-public-2")]);
    expect(user.dependencies).toEqual(
      [
        "awsx:ec2:Vpc::net",
        "awsx:ec2:Vpc$aws:ec2/vpc:Vpc::net",
        ...ofType(planned, "aws:ec2/subnet:Subnet").map(({ urn }) => urn),
      ].sort(),
    );
  });

  it("gives a block of the VPC's IPv6 addresses to each subnet", async () => {
    const ipv6 = (planned: Plan) => ofType(planned, "aws:ec2/subnet:Subnet").map(({ inputs }) => inputs.ipv6CidrBlock);
    const generated = await plan({ assignGeneratedIpv6CidrBlock: true, availabilityZoneNames: zones.slice(0, 1) });
    const opaque = "${? awsx:ec2:Vpc$aws:ec2/vpc:Vpc::net.ipv6CidrBlock}";
    expect(ipv6(generated)).toEqual([opaque, opaque]);
    const named = await plan({
      ipv6CidrBlock: "2001:db8:1234:1a00::/56",
      natGateways: { strategy: "None" },
      subnetSpecs: [{ type: "Private", assignIpv6AddressOnCreation: true }],
    });
    expect(ipv6(named)).toEqual(["2001:db8:1234:1a00::/64", "2001:db8:1234:1a01::/64"]);
    expect(ipv6(await plan({}))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("uses addresses that it is given, and depends on where they come from", async () => {
    const planned = await record(() => {
      const address = new aws.ec2.Eip("own");
      const natGateways = { strategy: "Single" as const, elasticIpAllocationIds: [address.allocationId] };
      new awsx.ec2.Vpc("net", { availabilityZoneNames: zones, natGateways, tags: { address: address.id } });
    });
    expect(names(planned, "aws:ec2/eip:Eip")).toEqual(["own"]);
    const { inputs, dependencies } = only(planned, "aws:ec2/natGateway:NatGateway");
    expect(inputs.allocationId).toBe("${aws:ec2/eip:Eip::own.allocationId}");
    expect(dependencies).toContain("aws:ec2/eip:Eip::own");
    expect(only(planned, "aws:ec2/vpc:Vpc").dependencies).toEqual(["aws:ec2/eip:Eip::own"]);
  });

  it("gives every resource that it makes as an output", async () => {
    const planned = await record(() => {
      const vpc = new awsx.ec2.Vpc("net", { availabilityZoneNames: zones.slice(0, 1), vpcEndpointSpecs: [endpoint] });
      const idsOf = (list: pulumi.Output<pulumi.CustomResource[]>) => list.apply((all) => all.map(({ id }) => id));
      return {
        subnets: [idsOf(vpc.subnets), idsOf(vpc.publicSubnets), idsOf(vpc.privateSubnets), idsOf(vpc.isolatedSubnets)],
        routes: [idsOf(vpc.routeTables), idsOf(vpc.routeTableAssociations), idsOf(vpc.routes)],
        gateways: [idsOf(vpc.natGateways), idsOf(vpc.eips), idsOf(vpc.vpcEndpoints)],
      };
    });
    const made = (names: unknown) =>
      (names as string[][]).map((ids) => ids.map((id) => id.replace(/^.*::|\.id}$/g, "")));
    const both = ["net-public-1", "net-private-1"];
    expect(made(planned.outputs.subnets)).toEqual([both, ["net-public-1"], ["net-private-1"], []]);
    expect(made(planned.outputs.routes)).toEqual([both, both, both]);
    expect(made(planned.outputs.gateways)).toEqual([["net-1"], ["net-1"], [endpoint.serviceName]]);
  });

  it("passes protection and the provider on to every resource", async () => {
    const planned = await record(() => {
      const provider = new aws.Provider("east", { region: "us-east-1" });
      new awsx.ec2.Vpc("net", { availabilityZoneNames: zones }, { protect: true, provider });
    });
    const made = planned.resources.filter(({ type }) => type.startsWith("aws:"));
    expect(made.length).toBeGreaterThan(20);
    expect(new Set(made.map(({ options }) => `${options.protect} ${options.provider}`))).toEqual(
      new Set(["true pulumi:providers:aws::east"]),
    );
  });
});
