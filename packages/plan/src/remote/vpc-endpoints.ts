import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type EndpointSpec, isKnown, refusal, type VpcInputs } from "./vpc-inputs.ts";

/** A subnet that the VPC has made. */
export interface MadeSubnet {
  type: string;
  zone: string;
  subnet: aws.ec2.Subnet;
}

const PASSED_ON = [
  "autoAccept",
  "dnsOptions",
  "ipAddressType",
  "policy",
  "privateDnsEnabled",
  "resourceConfigurationArn",
  "routeTableIds",
  "securityGroupIds",
  "serviceName",
  "serviceNetworkArn",
  "serviceRegion",
  "subnetConfigurations",
  "subnetIds",
  "vpcEndpointType",
];

/** What the DNS inputs of a VPC become: private names of interface endpoints need both. */
export function dnsInputs(vpc: VpcInputs): Record<string, unknown> {
  checkTypes(vpc);
  const needed =
    vpc.endpointStrategy === "Auto" &&
    vpc.endpoints.some((spec) => typeOf(spec) === "interface" && (spec.privateDnsEnabled ?? true) === true);
  const keys = ["enableDnsHostnames", "enableDnsSupport"];
  if (!needed) return {};
  const off = keys.find((key) => vpc.passedOn[key] === false);
  if (off !== undefined)
    throw refusal(vpc.name, `${off} is false, and private names of endpoints need it. Leave it out.`);
  return Object.fromEntries(keys.map((key) => [key, vpc.passedOn[key] ?? true]));
}

function checkTypes({ name, endpointStrategy, endpoints }: VpcInputs): void {
  const unknown = endpoints.find(({ vpcEndpointType }) => !isKnown(vpcEndpointType));
  if (endpointStrategy === "Auto" && unknown !== undefined)
    throw refusal(name, `vpcEndpointType of ${unknown.serviceName} comes from a resource. Pass a plain value.`);
}

function typeOf({ vpcEndpointType }: EndpointSpec): string {
  return (vpcEndpointType ?? "Gateway").toLowerCase();
}

/** Makes an endpoint below the VPC. The strategy `Auto` connects it to what the VPC has made. */
export function createEndpoint(
  inputs: VpcInputs,
  spec: EndpointSpec,
  vpc: aws.ec2.Vpc,
  made: { subnets: MadeSubnet[]; routeTables: aws.ec2.RouteTable[] },
  shared: Record<string, pulumi.Input<string>>,
): aws.ec2.VpcEndpoint {
  const tags = { ...shared, ...spec.tags };
  const region = (spec.region as pulumi.Input<string> | undefined) ?? inputs.region;
  const args: Record<string, unknown> = Object.fromEntries(PASSED_ON.map((key) => [key, spec[key]]));
  if (inputs.endpointStrategy === "Auto" && typeOf(spec) === "interface") {
    if (spec.subnetConfigurations === undefined) args.subnetIds ??= onePerZone(inputs.zones, made.subnets);
    args.privateDnsEnabled ??= true;
    args.securityGroupIds ??= [createSecurityGroup(spec, vpc, { region, tags }).id];
  }
  if (inputs.endpointStrategy === "Auto" && typeOf(spec) === "gateway") {
    args.routeTableIds ??= made.routeTables.map(({ id }) => id);
  }
  return new aws.ec2.VpcEndpoint(
    spec.serviceName,
    { ...args, region, tags, vpcId: vpc.id },
    { parent: vpc, dependsOn: [vpc] },
  );
}

/** A private subnet in each zone, else an isolated, else a public one. */
function onePerZone(zones: string[], subnets: MadeSubnet[]): pulumi.Output<string>[] {
  return zones.flatMap((zone) => {
    const here = subnets.filter((each) => each.zone === zone);
    const [best] = ["private", "isolated", "public"].flatMap((type) =>
      here.filter((each) => each.type.toLowerCase() === type),
    );
    return best === undefined ? [] : [best.subnet.id];
  });
}

function createSecurityGroup(
  { serviceName, ipAddressType }: EndpointSpec,
  vpc: aws.ec2.Vpc,
  common: { region: pulumi.Input<string> | undefined; tags: Record<string, pulumi.Input<string>> },
): aws.ec2.SecurityGroup {
  const options = { parent: vpc, dependsOn: [vpc] };
  const group = new aws.ec2.SecurityGroup(`${serviceName}-sg`, { ...common, vpcId: vpc.id }, options);
  const hasIpv6 = typeof ipAddressType === "string" && ["ipv6", "dualstack"].includes(ipAddressType.toLowerCase());
  new aws.ec2.SecurityGroupRule(
    `${serviceName}-ingress`,
    {
      region: common.region,
      type: "ingress",
      securityGroupId: group.id,
      protocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrBlocks: [vpc.cidrBlock],
      ...(hasIpv6 && { ipv6CidrBlocks: [vpc.ipv6CidrBlock] }),
    },
    { parent: vpc, dependsOn: [group] },
  );
  return group;
}
