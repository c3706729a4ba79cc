import * as aws from "@pulumi/aws";
import { Vpc } from "@pulumi/awsx/ec2/vpc.js";
import * as pulumi from "@pulumi/pulumi";
import { createInterfaceEndpoints, createS3Endpoint } from "./endpoints.ts";
import { createFlowLog } from "./flow-log.ts";
import type { NetworkArgs } from "./network-args.ts";
import { checkNetwork } from "./network-check.ts";

const NAT_STRATEGY = { none: "None", single: "Single", "one-per-zone": "OnePerAz" } as const;

/**
 * A VPC over two or three zones with a public and a private subnet in each, a flow log of all traffic, and a default
 * security group without rules. No subnet hands out public addresses: what is to be reached from outside asks for one.
 *
 * Cost of the defaults: the NAT gateways (32.85 USD a month each, and 3.65 for its address), nothing else that is fixed.
 */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  /** One for each zone, in the order of the zones. */
  readonly publicSubnetIds: pulumi.Output<string>[];
  /** One for each zone, in the order of the zones. */
  readonly privateSubnetIds: pulumi.Output<string>[];

  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:network:Network", name, {}, opts);
    checkNetwork(this, name, args);

    const vpc = createVpc(this, name, args);
    closeDefaultSecurityGroup(this, name, vpc);
    createFlowLog(this, name, vpc, args.flowLogRetentionDays ?? 365);
    this.vpcId = vpc.vpcId;
    this.publicSubnetIds = args.availabilityZones.map((_zone, index) => idAt(vpc.publicSubnetIds, index));
    this.privateSubnetIds = args.availabilityZones.map((_zone, index) => idAt(vpc.privateSubnetIds, index));
    createS3Endpoint(this, name, vpc);
    createInterfaceEndpoints(this, name, {
      services: args.interfaceEndpoints ?? [],
      vpcId: this.vpcId,
      subnetIds: this.privateSubnetIds,
      cidrBlock: args.cidrBlock,
    });
    this.registerOutputs({ vpcId: this.vpcId });
  }
}

function idAt(ids: pulumi.Output<string[]>, index: number): pulumi.Output<string> {
  return ids[index] as pulumi.Output<string>;
}

function createVpc(parent: pulumi.Resource, name: string, args: NetworkArgs): Vpc {
  return new Vpc(
    name,
    {
      availabilityZoneNames: args.availabilityZones,
      cidrBlock: args.cidrBlock,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      natGateways: { strategy: NAT_STRATEGY[args.natGateways] },
      subnetStrategy: "Auto",
    },
    { parent, transforms: [withoutPublicAddresses, protectWhatOthersHoldOn] },
  );
}

/** awsx lets public subnets give every instance a public address (Security Hub EC2.15 asks for the opposite). */
const withoutPublicAddresses: pulumi.ResourceTransform = ({ type, props, opts }) =>
  type === "aws:ec2/subnet:Subnet" ? { props: { ...props, mapPublicIpOnLaunch: false }, opts } : undefined;

/** What services and partners know by id or address. The rest holds nothing and may come and go. */
const HELD = ["aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/eip:Eip"];

const protectWhatOthersHoldOn: pulumi.ResourceTransform = ({ type, props, opts }) =>
  opts.protect && type.startsWith("aws:") && !HELD.includes(type)
    ? { props, opts: { ...opts, protect: false } }
    : undefined;

/** Takes over the group that AWS gives every VPC and removes its rules: a default that allows nothing. */
function closeDefaultSecurityGroup(parent: pulumi.Resource, name: string, vpc: Vpc): void {
  new aws.ec2.DefaultSecurityGroup(
    `${name}-default`,
    { vpcId: vpc.vpcId, ingress: [], egress: [] },
    { parent, protect: false },
  );
}
