import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { formatBlock } from "./cidr.ts";
import type { RemoteOutputs } from "./remote-component.ts";
import { resolvedLayout } from "./resolved-layout.ts";
import { type PlacedSubnet, placeSubnets } from "./subnet-placement.ts";
import { checkSpecs } from "./subnet-specs.ts";
import { createEndpoint, dnsInputs, type MadeSubnet } from "./vpc-endpoints.ts";
import { readVpcInputs, refusal, type VpcInputs } from "./vpc-inputs.ts";

type Tags = Record<string, pulumi.Input<string>>;

/** The resources of awsx 3.9.0's `Vpc`. Inputs whose resources would be a guess are refused. */
export function expandVpc(name: string, given: Record<string, unknown>, component: pulumi.Resource): RemoteOutputs {
  const inputs = readVpcInputs(name, given);
  const dns = dnsInputs(inputs);
  const checked = checkSpecs(inputs);
  const placed = placeSubnets(inputs, checked);
  checkIpv6(inputs, placed);

  const shared = { Name: name, ...inputs.tags };
  const { cidrBlock, region } = inputs;
  const vpc = new aws.ec2.Vpc(name, { ...inputs.passedOn, ...dns, cidrBlock, tags: shared }, { parent: component });
  const gateway = new aws.ec2.InternetGateway(
    name,
    { region, vpcId: vpc.id, tags: shared },
    { parent: vpc, dependsOn: [vpc] },
  );
  const made = new Made(inputs, vpc, gateway, shared);
  for (const [index, zone] of inputs.zones.entries()) made.addZone(index, inZone(placed, zone));
  for (const spec of inputs.endpoints) made.endpoints.push(createEndpoint(inputs, spec, vpc, made, shared));
  return outputsOf(vpc, gateway, made, resolvedLayout(inputs, checked, placed));
}

/** A subnet takes its IPv6 block out of the VPC's. */
function checkIpv6({ name, passedOn, assignsIpv6 }: VpcInputs, placed: PlacedSubnet[]): void {
  const without = placed.find(({ spec }) => spec.assignIpv6AddressOnCreation);
  if (
    without === undefined ||
    assignsIpv6 ||
    passedOn.ipv6CidrBlock !== undefined ||
    passedOn.ipv6IpamPoolId !== undefined
  )
    return;
  throw refusal(
    name,
    `${without.name} assigns IPv6 addresses, and the VPC has none. Pass assignGeneratedIpv6CidrBlock: true.`,
  );
}

/** What a zone's subnets are made in: public ones first, because the others' routes lead through their gateways. */
function inZone(placed: PlacedSubnet[], zone: string): PlacedSubnet[] {
  const rank = ({ type }: PlacedSubnet) => ({ public: 0, private: 1 })[type.toLowerCase()] ?? 2;
  return placed.filter((subnet) => subnet.zone === zone && subnet.type !== "Unused").sort((a, b) => rank(a) - rank(b));
}

/** The resources made so far, each kind in the order of the zones. */
class Made {
  readonly subnets: MadeSubnet[] = [];
  readonly routeTables: aws.ec2.RouteTable[] = [];
  readonly associations: aws.ec2.RouteTableAssociation[] = [];
  readonly routes: aws.ec2.Route[] = [];
  readonly natGateways: aws.ec2.NatGateway[] = [];
  readonly eips: aws.ec2.Eip[] = [];
  readonly endpoints: aws.ec2.VpcEndpoint[] = [];
  readonly #inputs: VpcInputs;
  readonly #vpc: aws.ec2.Vpc;
  readonly #gateway: aws.ec2.InternetGateway;
  readonly #shared: Tags;

  constructor(inputs: VpcInputs, vpc: aws.ec2.Vpc, gateway: aws.ec2.InternetGateway, shared: Tags) {
    this.#inputs = inputs;
    this.#vpc = vpc;
    this.#gateway = gateway;
    this.#shared = shared;
  }

  addZone(index: number, placed: PlacedSubnet[]): void {
    const { natStrategy, zones } = this.#inputs;
    for (const [position, spec] of placed.entries()) {
      const subnet = this.#addSubnet(spec, index + position * zones.length);
      const table = this.#addRouteTable(spec, subnet);
      const type = spec.type.toLowerCase();
      if (type === "public") {
        this.#addNatGateway(index, subnet);
        this.#addRoute(spec.name, table, { gatewayId: this.#gateway.id });
      }
      const nat = this.natGateways[natStrategy === "single" ? 0 : index];
      if (type === "private" && nat !== undefined) this.#addRoute(spec.name, table, { natGatewayId: nat.id });
    }
  }

  #addSubnet(placed: PlacedSubnet, ipv6Index: number): aws.ec2.Subnet {
    const { name, nameTag, type, zone, block, spec } = placed;
    const assigns = spec.assignIpv6AddressOnCreation ?? this.#inputs.assignsIpv6;
    const subnet = new aws.ec2.Subnet(
      name,
      {
        region: this.#inputs.region,
        vpcId: this.#vpc.id,
        availabilityZone: zone,
        mapPublicIpOnLaunch: type.toLowerCase() === "public",
        assignIpv6AddressOnCreation: assigns,
        ...(assigns && { ipv6CidrBlock: this.#vpc.ipv6CidrBlock.apply((whole) => ipv6Block(whole, ipv6Index)) }),
        cidrBlock: formatBlock(block),
        tags: { ...this.#shared, ...spec.tags, Name: nameTag, SubnetType: type },
      },
      { parent: this.#vpc, dependsOn: [this.#vpc] },
    );
    this.subnets.push({ type, zone, subnet });
    return subnet;
  }

  #addRouteTable({ name, nameTag, type }: PlacedSubnet, subnet: aws.ec2.Subnet): aws.ec2.RouteTable {
    const { region } = this.#inputs;
    const tags = { ...this.#shared, Name: nameTag, SubnetType: type };
    const table = new aws.ec2.RouteTable(
      name,
      { region, vpcId: this.#vpc.id, tags },
      { parent: subnet, dependsOn: [subnet] },
    );
    const association = new aws.ec2.RouteTableAssociation(
      name,
      { region, routeTableId: table.id, subnetId: subnet.id },
      { parent: table, dependsOn: [table] },
    );
    this.routeTables.push(table);
    this.associations.push(association);
    return table;
  }

  /** A zone has one gateway at most, and `Single` means that the VPC has. */
  #addNatGateway(index: number, subnet: aws.ec2.Subnet): void {
    const { natStrategy, name, region, addressIds } = this.#inputs;
    const wanted = { none: 0, single: 1, oneperaz: index + 1 }[natStrategy];
    if (this.natGateways.length >= wanted) return;
    const tags = { ...this.#inputs.tags, Name: `${name}-${index + 1}` };
    const options = { parent: subnet, dependsOn: [subnet] };
    let allocationId = addressIds[index];
    if (allocationId === undefined) {
      const address = new aws.ec2.Eip(`${name}-${index + 1}`, { region, tags }, options);
      this.eips.push(address);
      allocationId = address.allocationId;
    }
    const args = { region, subnetId: subnet.id, allocationId, tags };
    this.natGateways.push(new aws.ec2.NatGateway(`${name}-${index + 1}`, args, options));
  }

  #addRoute(name: string, table: aws.ec2.RouteTable, target: Partial<aws.ec2.RouteArgs>): void {
    const { region } = this.#inputs;
    this.routes.push(
      new aws.ec2.Route(
        name,
        { region, routeTableId: table.id, ...target, destinationCidrBlock: "0.0.0.0/0" },
        { parent: table, dependsOn: [table] },
      ),
    );
  }
}

/** The /64 of an index within a VPC's /56: `2001:db8:1234:1a00::/56` holds `2001:db8:1234:1a02::/64`. */
function ipv6Block(whole: string, index: number): string {
  const [one, two, three, four = ""] = whole.replace("::/56", "").split(":");
  return `${one}:${two}:${three}:${(Number.parseInt(four, 16) + index).toString(16)}::/64`;
}

function outputsOf(
  vpc: aws.ec2.Vpc,
  internetGateway: aws.ec2.InternetGateway,
  made: Made,
  subnetLayout: unknown[],
): RemoteOutputs {
  const subnets = made.subnets.map(({ subnet }) => subnet);
  const kindOf = (type: string) =>
    ["public", "private"].includes(type.toLowerCase()) ? type.toLowerCase() : "isolated";
  const ofKind = (kind: string) => made.subnets.filter(({ type }) => kindOf(type) === kind).map(({ subnet }) => subnet);
  const idsOf = (kind: string) => ofKind(kind).map(({ id }) => id);
  return {
    values: {
      vpc,
      vpcId: vpc.id,
      internetGateway,
      subnets,
      publicSubnets: ofKind("public"),
      privateSubnets: ofKind("private"),
      isolatedSubnets: ofKind("isolated"),
      publicSubnetIds: idsOf("public"),
      privateSubnetIds: idsOf("private"),
      isolatedSubnetIds: idsOf("isolated"),
      subnetLayout,
      routeTables: made.routeTables,
      routeTableAssociations: made.associations,
      routes: made.routes,
      natGateways: made.natGateways,
      eips: made.eips,
      vpcEndpoints: made.endpoints,
    },
    dependencies: [vpc, ...subnets],
  };
}
