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
        "net-public-2": "10.0.80.0/20",
        "net-private-3": "10.0.128.0/19",
        "net-public-3": "10.0.160.0/20",
      },
    ],
  ])("lays out %i zones in %s", async (count, cidrBlock, expected) => {
    const planned = await plan({ availabilityZoneNames: zones.slice(0, count), cidrBlock });
    if (count === 2) expect(blocks(planned)).toEqual(expected);
    else expect(Object.keys(blocks(planned)).sort()).toEqual(Object.keys(expected).sort());
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

  it("passes protection on to every resource", async () => {
    const planned = await plan({}, { protect: true });
    expect(planned.resources.every(({ options }) => options.protect)).toBe(true);
  });

  it.each<[string, awsx.ec2.VpcArgs, string]>([
    [
      "zones that would be looked up",
      { availabilityZoneNames: undefined },
      'Vpc "net": zones are looked up. Pass availabilityZoneNames.',
    ],
    [
      "another strategy",
      { subnetStrategy: "Legacy" },
      'Vpc "net": the plan expands subnetStrategy "Auto" only. Pass it.',
    ],
    [
      "what it cannot expand",
      { subnetSpecs: [{ type: "Isolated" }] },
      'Vpc "net": the plan does not expand subnetSpecs. Leave it out.',
    ],
    [
      "a block too small",
      { cidrBlock: "10.0.0.0/27" },
      'Vpc "net": 10.0.0.0/27 leaves a /28 for each zone. Use a block of at least /26 each.',
    ],
  ])("refuses %s", async (_what, args, message) => {
    await expect(plan(args)).rejects.toThrow(message);
  });
});
