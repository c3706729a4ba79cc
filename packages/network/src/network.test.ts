import { ofType, only, type Plan, record } from "@acme/plan";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Network } from "./network.ts";
import type { NetworkArgs } from "./network-args.ts";

const zones = ["us-east-1a", "us-east-1b", "us-east-1c"];
const plan = (args: Partial<NetworkArgs> = {}) =>
  record(
    () => {
      const network = new Network("net", {
        availabilityZones: zones.slice(0, 2),
        cidrBlock: "10.0.0.0/16",
        natGateways: "single",
        ...args,
      });
      return { public: network.publicSubnetIds, private: network.privateSubnetIds };
    },
    { config: { "aws:region": "us-east-1" } },
  );
const count = (planned: Plan, type: string) => ofType(planned, type).length;

describe("Network", () => {
  const cases = [2, 3].flatMap((zoneCount) =>
    (["none", "single", "one-per-zone"] as const).flatMap((natGateways) =>
      [[], ["ecr.api", "ecr.dkr", "logs"] as const].map((endpoints) => ({ zoneCount, natGateways, endpoints })),
    ),
  );
  it.each(cases.filter((each) => each.natGateways !== "none" || each.endpoints.length > 0))(
    "has the parts of $zoneCount zones, NAT $natGateways and endpoints $endpoints",
    async ({ zoneCount, natGateways, endpoints }) => {
      const planned = await plan({
        availabilityZones: zones.slice(0, zoneCount),
        natGateways,
        interfaceEndpoints: [...endpoints],
      });
      const gateways = { none: 0, single: 1, "one-per-zone": zoneCount }[natGateways];
      expect({
        subnets: count(planned, "aws:ec2/subnet:Subnet"),
        tables: count(planned, "aws:ec2/routeTable:RouteTable"),
        associations: count(planned, "aws:ec2/routeTableAssociation:RouteTableAssociation"),
        routes: count(planned, "aws:ec2/route:Route"),
        nat: count(planned, "aws:ec2/natGateway:NatGateway"),
        addresses: count(planned, "aws:ec2/eip:Eip"),
        endpoints: count(planned, "aws:ec2/vpcEndpoint:VpcEndpoint"),
      }).toEqual({
        subnets: 2 * zoneCount,
        tables: 2 * zoneCount,
        associations: 2 * zoneCount,
        routes: zoneCount + (natGateways === "none" ? 0 : zoneCount),
        nat: gateways,
        addresses: gateways,
        endpoints: 1 + endpoints.length,
      });
    },
  );

  it("hands out no public addresses in any subnet", async () => {
    for (const subnet of ofType(await plan(), "aws:ec2/subnet:Subnet")) {
      expect(subnet.inputs.mapPublicIpOnLaunch).toBe(false);
    }
  });

  it("protects what others hold on to, and nothing else", async () => {
    const planned = await record(
      () =>
        new Network(
          "net",
          { availabilityZones: zones.slice(0, 2), cidrBlock: "10.0.0.0/16", natGateways: "single" },
          { protect: true },
        ),
      { config: { "aws:region": "us-east-1" } },
    );
    const held = planned.resources.filter(({ options, component }) => options.protect && !component);
    expect([...new Set(held.map(({ type }) => type))].sort()).toEqual([
      "aws:ec2/eip:Eip",
      "aws:ec2/subnet:Subnet",
      "aws:ec2/vpc:Vpc",
    ]);
  });

  it("empties the default security group", async () => {
    const { inputs } = only(await plan(), "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
    expect([inputs.ingress, inputs.egress]).toEqual([[], []]);
  });

  it("records all traffic, with a role that can write only this log", async () => {
    const planned = await plan();
    expect(only(planned, "aws:ec2/flowLog:FlowLog").inputs.trafficType).toBe("ALL");
    const group = only(planned, "aws:cloudwatch/logGroup:LogGroup");
    expect(JSON.parse(String(only(planned, "aws:iam/rolePolicy:RolePolicy").inputs.policy)).Statement).toEqual([
      { Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: "*" },
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        Resource: `\${${group.urn}.arn}:*`,
      },
    ]);
  });

  it("gives every route table the way to S3", async () => {
    const planned = await plan();
    const tables = ofType(planned, "aws:ec2/routeTable:RouteTable").map((table) => `\${${table.urn}.id}`);
    const endpoint = only(planned, "aws:ec2/vpcEndpoint:VpcEndpoint");
    expect(endpoint.inputs.serviceName).toBe("com.amazonaws.us-east-1.s3");
    expect((endpoint.inputs.routeTableIds as string[]).toSorted()).toEqual(tables.toSorted());
  });

  it("opens interface endpoints to HTTPS from the network alone", async () => {
    const planned = await plan({ interfaceEndpoints: ["logs"] });
    const group = only(planned, "aws:ec2/securityGroup:SecurityGroup");
    expect(only(planned, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs).toEqual({
      securityGroupId: `\${${group.urn}.id}`,
      cidrIpv4: "10.0.0.0/16",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    });
  });

  it("gives one public and one private subnet for each zone, in their order", async () => {
    const planned = await plan({ availabilityZones: zones });
    const named = (name: string) => only(planned, "aws:ec2/subnet:Subnet", name);
    expect(planned.outputs).toEqual({
      public: [1, 2, 3].map((zone) => `\${${named(`net-public-${zone}`).urn}.id}`),
      private: [1, 2, 3].map((zone) => `\${${named(`net-private-${zone}`).urn}.id}`),
    });
    expect(named("net-private-3").inputs.availabilityZone).toBe("us-east-1c");
  });

  it("lays subnets out inside the block without overlap", async () => {
    const prefix = fc.integer({ min: 16, max: 24 });
    const arbitrary = fc.record({ prefix, zoneCount: fc.integer({ min: 2, max: 3 }) });
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ prefix, zoneCount }) => {
        const planned = await plan({ cidrBlock: `10.7.0.0/${prefix}`, availabilityZones: zones.slice(0, zoneCount) });
        const ranges = ofType(planned, "aws:ec2/subnet:Subnet")
          .map((subnet) => rangeOf(String(subnet.inputs.cidrBlock)))
          .sort((a, b) => a.first - b.first);
        const block = rangeOf(`10.7.0.0/${prefix}`);
        expect(ranges[0]?.first).toBeGreaterThanOrEqual(block.first);
        expect(ranges.at(-1)?.last).toBeLessThanOrEqual(block.last);
        for (const [index, range] of ranges.entries()) {
          expect(range.first).toBeGreaterThan(ranges[index - 1]?.last ?? -1);
        }
      }),
      { numRuns: 18 },
    );
  });

  it.each<[string, Partial<NetworkArgs>, string]>([
    [
      "one zone",
      { availabilityZones: ["us-east-1a"] },
      "1 Availability Zones are given. Use 2 or 3: a load balancer needs two.",
    ],
    [
      "a zone twice",
      { availabilityZones: ["us-east-1a", "us-east-1a"] },
      "us-east-1a is given twice. Name each zone once.",
    ],
    [
      "zones of two Regions",
      { availabilityZones: ["us-east-1a", "us-west-2a"] },
      "The zones are of us-east-1 and us-west-2. Use zones of one Region.",
    ],
    ["what is no block", { cidrBlock: "10.0.0/16" }, "10.0.0/16 is no IPv4 block. Write one as 10.0.0.0/16."],
    [
      "a block too small for the subnets",
      { cidrBlock: "10.0.0.0/25" },
      "10.0.0.0/25 is no block that fits a VPC here. Use /16 to /24.",
    ],
    [
      "a block that begins inside another",
      { cidrBlock: "10.0.1.0/16" },
      "10.0.1.0/16 does not begin at a block of its size. Use 10.0.0.0/16.",
    ],
    [
      "public addresses",
      { cidrBlock: "11.0.0.0/16" },
      "11.0.0.0/16 is not a private block. Use one of 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16.",
    ],
    [
      "no way out",
      { natGateways: "none" },
      "Without NAT gateways no task can start. Add the endpoints ecr.api, ecr.dkr, logs, or a gateway.",
    ],
    [
      "a retention that CloudWatch does not have",
      { flowLogRetentionDays: 100 },
      "100 days is no retention that CloudWatch Logs has. Use 90 or 120.",
    ],
    [
      "an endpoint twice",
      { interfaceEndpoints: ["logs", "logs"] },
      "The endpoint logs is given twice. Name each service once.",
    ],
  ])("refuses %s", async (_what, args, message) => {
    await expect(plan(args)).rejects.toThrow(`Network "net": ${message}`);
  });
});

function rangeOf(block: string): { first: number; last: number } {
  const [address = "", prefix] = block.split("/");
  const first = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return { first, last: first + 2 ** (32 - Number(prefix)) - 1 };
}
