import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type Block, blockFrom, formatBlock, parseBlock, sizeOf } from "./cidr.ts";
import type { RemoteOutputs } from "./remote-component.ts";

type NatStrategy = "None" | "Single" | "OnePerAz";
type SubnetType = "Private" | "Public";

/** The inputs of `awsx:ec2:Vpc` that the plan expands. */
interface VpcInputs {
  availabilityZoneNames: string[];
  cidrBlock?: string;
  natGateways?: { strategy?: NatStrategy };
  tags?: Record<string, string>;
  [passedOn: string]: unknown;
}

const EXPANDED = ["availabilityZoneNames", "cidrBlock", "natGateways", "subnetStrategy", "tags"];
const PASSED_ON = ["enableDnsHostnames", "enableDnsSupport", "enableNetworkAddressUsageMetrics", "instanceTenancy"];

/**
 * The resources of awsx 3.9.0's `Vpc` with `subnetStrategy: "Auto"`, its standard layout of one private and one public
 * subnet in each zone, and zones by name. Other inputs are refused, since their resources would be a guess.
 */
export function expandVpc(name: string, inputs: Record<string, unknown>, component: pulumi.Resource): RemoteOutputs {
  const args = checkInputs(name, inputs);
  const shared = { Name: name, ...args.tags };
  const cidrBlock = args.cidrBlock ?? "10.0.0.0/16";
  const passedOn = Object.fromEntries(PASSED_ON.map((key) => [key, args[key]]));
  const layout = layOut(name, cidrBlock, args.availabilityZoneNames);

  const vpc = new aws.ec2.Vpc(name, { ...passedOn, cidrBlock, tags: shared }, { parent: component });
  const gateway = new aws.ec2.InternetGateway(name, { vpcId: vpc.id, tags: shared }, { parent: vpc, dependsOn: [vpc] });

  const made = { subnets: [], routeTables: [], natGateways: [], eips: [] } as Made;
  for (const [index, zone] of args.availabilityZoneNames.entries()) {
    for (const type of ["Public", "Private"] as const) {
      const spec = layout.find((subnet) => subnet.zone === zone && subnet.type === type);
      if (spec === undefined) continue;
      const subnet = createSubnet(vpc, spec, shared);
      const routeTable = createRouteTable(vpc, subnet, spec, shared);
      made.subnets.push({ type, subnet });
      made.routeTables.push(routeTable);
      if (type === "Public") {
        createNatGateway(name, index, args, subnet, made);
        createRoute(spec.name, routeTable, { gatewayId: gateway.id });
      } else {
        const nat = args.natGateways?.strategy === "Single" ? made.natGateways[0] : made.natGateways[index];
        if (nat !== undefined) createRoute(spec.name, routeTable, { natGatewayId: nat.id });
      }
    }
  }
  return outputsOf(vpc, gateway, made);
}

interface Made {
  subnets: { type: SubnetType; subnet: aws.ec2.Subnet }[];
  routeTables: aws.ec2.RouteTable[];
  natGateways: aws.ec2.NatGateway[];
  eips: aws.ec2.Eip[];
}

function checkInputs(name: string, inputs: Record<string, unknown>): VpcInputs {
  const refuse = (what: string): never => {
    throw new Error(`Vpc "${name}": ${what}`);
  };
  const unknown = Object.keys(inputs).find((key) => ![...EXPANDED, ...PASSED_ON].includes(key));
  if (unknown !== undefined) refuse(`the plan does not expand ${unknown}. Leave it out.`);
  if (!Array.isArray(inputs.availabilityZoneNames)) refuse("zones are looked up. Pass availabilityZoneNames.");
  if (inputs.subnetStrategy !== "Auto") refuse(`the plan expands subnetStrategy "Auto" only. Pass it.`);
  return inputs as VpcInputs;
}

interface SubnetSpec {
  name: string;
  type: SubnetType;
  zone: string;
  cidrBlock: string;
}

/** Divides the block evenly among the zones; a zone's private subnet takes half of it, the public one a quarter. */
function layOut(name: string, cidrBlock: string, zones: string[]): SubnetSpec[] {
  const block = parseBlock(cidrBlock);
  if (block === undefined) throw new Error(`Vpc "${name}": ${cidrBlock} is no IPv4 block. Write one as 10.0.0.0/16.`);
  const zonePrefix = block.prefix + Math.ceil(Math.log2(zones.length));
  if (zonePrefix > 26) {
    throw new Error(
      `Vpc "${name}": ${cidrBlock} leaves a /${zonePrefix} for each zone. Use a block of at least /26 each.`,
    );
  }
  const widest = Math.max(zonePrefix, 16);
  return zones.flatMap((zone, index) => {
    const start = block.address + index * sizeOf(zonePrefix);
    const privateBlock = blockFrom(start, widest + 1);
    const publicBlock = blockFrom(privateBlock.address + sizeOf(widest + 1), widest + 2);
    const spec = (type: SubnetType, at: Block) => ({
      name: `${name}-${type.toLowerCase()}-${index + 1}`,
      type,
      zone,
      cidrBlock: formatBlock(at),
    });
    return [spec("Private", privateBlock), spec("Public", publicBlock)];
  });
}

function createSubnet(vpc: aws.ec2.Vpc, spec: SubnetSpec, shared: Record<string, string>): aws.ec2.Subnet {
  return new aws.ec2.Subnet(
    spec.name,
    {
      vpcId: vpc.id,
      availabilityZone: spec.zone,
      mapPublicIpOnLaunch: spec.type === "Public",
      assignIpv6AddressOnCreation: false,
      cidrBlock: spec.cidrBlock,
      tags: { ...shared, Name: spec.name, SubnetType: spec.type },
    },
    { parent: vpc, dependsOn: [vpc] },
  );
}

function createRouteTable(
  vpc: aws.ec2.Vpc,
  subnet: aws.ec2.Subnet,
  spec: SubnetSpec,
  shared: Record<string, string>,
): aws.ec2.RouteTable {
  const table = new aws.ec2.RouteTable(
    spec.name,
    { vpcId: vpc.id, tags: { ...shared, Name: spec.name, SubnetType: spec.type } },
    { parent: subnet, dependsOn: [subnet] },
  );
  new aws.ec2.RouteTableAssociation(
    spec.name,
    { routeTableId: table.id, subnetId: subnet.id },
    { parent: table, dependsOn: [table] },
  );
  return table;
}

function createNatGateway(name: string, index: number, args: VpcInputs, subnet: aws.ec2.Subnet, made: Made): void {
  const strategy = args.natGateways?.strategy ?? "OnePerAz";
  if (strategy === "None" || (strategy === "Single" && index > 0)) return;
  const tags = { ...args.tags, Name: `${name}-${index + 1}` };
  const options = { parent: subnet, dependsOn: [subnet] };
  const address = new aws.ec2.Eip(`${name}-${index + 1}`, { tags }, options);
  made.eips.push(address);
  made.natGateways.push(
    new aws.ec2.NatGateway(
      `${name}-${index + 1}`,
      { subnetId: subnet.id, allocationId: address.allocationId, tags },
      options,
    ),
  );
}

function createRoute(name: string, table: aws.ec2.RouteTable, target: Partial<aws.ec2.RouteArgs>): void {
  new aws.ec2.Route(
    name,
    { routeTableId: table.id, ...target, destinationCidrBlock: "0.0.0.0/0" },
    { parent: table, dependsOn: [table] },
  );
}

function outputsOf(vpc: aws.ec2.Vpc, internetGateway: aws.ec2.InternetGateway, made: Made): RemoteOutputs {
  const idsOf = (type: SubnetType) => made.subnets.filter((item) => item.type === type).map((item) => item.subnet.id);
  const subnets = made.subnets.map((item) => item.subnet);
  return {
    values: {
      vpc,
      vpcId: vpc.id,
      internetGateway,
      subnets,
      publicSubnetIds: idsOf("Public"),
      privateSubnetIds: idsOf("Private"),
      isolatedSubnetIds: [],
      routeTables: made.routeTables,
      natGateways: made.natGateways,
      eips: made.eips,
    },
    dependencies: [vpc, ...subnets],
  };
}
