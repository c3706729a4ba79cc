import { addresses, interfaceOf, none, type VpcRow, zones } from "./inputs.ts";

/** A VPC that the provider refuses. */
export interface RefusedRow extends VpcRow {
  /** What both the provider and the plan say of it. */
  provider: RegExp;
  plan: RegExp;
}

const auto = { ...zones(2), subnetStrategy: "Auto" };
const both = (provider: RegExp, plan: RegExp) => ({ provider, plan });

/** VPCs that the provider refuses, and what it and the plan say. */
export const REFUSED: RefusedRow[] = [
  {
    name: "zones-twice",
    args: { ...auto, numberOfAvailabilityZones: 2 },
    ...both(/Only one of \[availabilityZoneNames\]/, /Pass availabilityZoneNames alone/),
  },
  {
    name: "address-without-nat",
    args: { ...auto, natGateways: addresses("None", 1) },
    ...both(/cannot be specified when NAT Gateway strategy is 'None'/, /1 elasticIpAllocationIds for 0 NAT gateways/),
  },
  {
    name: "too-many-addresses",
    args: { ...auto, natGateways: addresses("Single", 2) },
    ...both(/Exactly one Elastic IP/, /2 elasticIpAllocationIds for 1 NAT gateways/),
  },
  {
    name: "too-few-addresses",
    args: { ...auto, natGateways: addresses("OnePerAz", 1) },
    ...both(/must match the number of availability zones/, /1 elasticIpAllocationIds for 2 NAT gateways/),
  },
  {
    name: "unknown-nat",
    args: { ...auto, natGateways: { strategy: "PerRegion" } },
    ...both(/Unknown NatGatewayStrategy/, /"PerRegion" is none of None, Single, OnePerAz/),
  },
  {
    name: "nat-for-nobody",
    args: { ...auto, subnetSpecs: [{ type: "Public" }] },
    ...both(/public subnets must be declared/, /NAT gateways need public subnets, and private or isolated ones/),
  },
  {
    name: "block-too-small",
    args: { ...auto, cidrBlock: "10.0.0.0/27" },
    ...both(/at least \/26 available per AZ/, /leaves a \/28 for each zone/),
  },
  {
    name: "subnets-too-large",
    args: { ...auto, subnetSpecs: [{ type: "Public" }, { type: "Private", cidrMask: 17 }] },
    ...both(/Subnets are too large for VPC/, /take 49152 addresses in a zone, which has 32768/),
  },
  {
    name: "empty-list-of-subnets",
    args: { ...auto, ...none, subnetSpecs: [] },
    ...both(/No subnets specified/, /subnetSpecs is empty/),
  },
  {
    name: "two-without-a-name",
    args: { ...auto, subnetSpecs: [{ type: "Public" }, { type: "Public" }, { type: "Private" }] },
    ...both(/require unique names/, /two subnetSpecs of type Public have the same name or none/),
  },
  {
    name: "no-power-of-two",
    args: { ...auto, subnetSpecs: [{ type: "Public", size: 1000 }, { type: "Private" }] },
    ...both(/subnet sizes are invalid: 1000/, /1000 addresses is no power of two/),
  },
  {
    name: "size-against-mask",
    args: { ...auto, subnetSpecs: [{ type: "Public", size: 256, cidrMask: 23 }, { type: "Private" }] },
    ...both(/does not match the expected size/, /size 256 and cidrMask 23/),
  },
  {
    name: "some-blocks",
    args: {
      ...auto,
      subnetSpecs: [{ type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] }, { type: "Private" }],
    },
    ...both(/all subnets must have explicit cidrBlocks/, /some subnetSpecs have cidrBlocks and some have none/),
  },
  {
    name: "overlap",
    args: {
      ...zones(2),
      cidrBlock: "10.4.0.0/18",
      subnetSpecs: [{ type: "Isolated" }, { type: "Public" }, { type: "Private" }],
    },
    ...both(/overlap with at least one other subnet/, /overlaps another subnet/),
  },
  {
    name: "gaps",
    args: { ...zones(2), subnetStrategy: "Exact" },
    ...both(/There are gaps in the subnet ranges/, /there is a gap before/),
  },
  {
    name: "private-names-without-dns",
    args: { ...auto, enableDnsSupport: false, vpcEndpointStrategy: "Auto", vpcEndpointSpecs: [interfaceOf("sts")] },
    ...both(/requires enableDnsSupport to be true/, /enableDnsSupport is false/),
  },
  { name: "no-block", args: { ...auto, cidrBlock: "10.0.0.0/33" }, ...both(/Invalid mask/, /is no IPv4 block/) },
];
