import { addresses, gatewayOf, interfaceOf, two, type VpcRow, ZONES, zones } from "./inputs.ts";
import { layouts } from "./layouts.ts";

/** Layouts that every number of zones and every way of NAT is crossed with. */
const LAYOUTS: Record<string, Record<string, unknown>> = {
  legacy: {},
  auto: { subnetStrategy: "Auto" },
  "legacy-three": {
    subnetSpecs: [{ type: "Isolated" }, { type: "Public", name: "edge" }, { type: "Private" }],
    cidrBlock: "10.4.0.0/16",
  },
  "auto-three": {
    subnetStrategy: "Auto",
    subnetSpecs: [{ type: "Public" }, { type: "Private" }, { type: "Isolated", name: "data" }],
  },
  sized: {
    subnetStrategy: "Auto",
    cidrBlock: "172.16.0.0/16",
    subnetSpecs: [
      { type: "Private", cidrMask: 20 },
      { type: "Private", name: "jobs", size: 512 },
      { type: "Public", size: 256, tags: { tier: "edge" } },
      { type: "Unused", cidrMask: 24 },
    ],
  },
  merged: { subnetStrategy: "AutoMerge", subnetSpecs: [{ type: "Isolated" }, { type: "Public", cidrMask: 22 }] },
};

const NAT: Record<string, Record<string, unknown>> = {
  "default-nat": {},
  "no-nat": { natGateways: { strategy: "None" } },
  "single-nat": { natGateways: { strategy: "Single" } },
  "nat-per-zone": { natGateways: { strategy: "OnePerAz" } },
};

/** Zones × layouts × ways of NAT, and a gateway endpoint in every other one. */
const crossed: VpcRow[] = [1, 2, 3].flatMap((count) =>
  Object.entries(LAYOUTS).flatMap(([layout, inputs]) =>
    Object.entries(NAT).map(([nat, strategy], index) => {
      const endpoint = index % 2 === 0 ? {} : { vpcEndpointSpecs: [gatewayOf("s3")] };
      return { name: `${layout}-${nat}-${count}`, args: { ...zones(count), ...inputs, ...strategy, ...endpoint } };
    }),
  ),
);

const endpoints: VpcRow[] = [
  {
    name: "endpoints",
    args: { ...two, vpcEndpointSpecs: [gatewayOf("s3"), gatewayOf("dynamodb"), interfaceOf("sts")] },
  },
  {
    name: "endpoints-legacy-inputs",
    args: {
      ...two,
      vpcEndpointSpecs: [
        gatewayOf("s3", { policy: '{"Version":"2012-10-17","Statement":[]}', tags: { owner: "network" } }),
        interfaceOf("sts", { privateDnsEnabled: false, subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] }),
      ],
    },
  },
  {
    name: "endpoints-auto",
    args: {
      ...two,
      subnetStrategy: "Auto",
      vpcEndpointStrategy: "Auto",
      vpcEndpointSpecs: [
        gatewayOf("s3", { vpcEndpointType: "Gateway" }),
        gatewayOf("dynamodb", { tags: { address: "<address 1>" } }),
        interfaceOf("ecr.api"),
        interfaceOf("ecr.dkr", { tags: { owner: "network" } }),
      ],
    },
  },
  {
    name: "endpoints-auto-own-inputs",
    args: {
      ...two,
      enableDnsSupport: false,
      subnetSpecs: [{ type: "Public" }, { type: "Isolated" }],
      vpcEndpointStrategy: "Auto",
      vpcEndpointSpecs: [
        interfaceOf("logs", { privateDnsEnabled: false, ipAddressType: "dualstack" }),
        interfaceOf("kms", { securityGroupIds: ["sg-1"], privateDnsEnabled: false, subnetIds: ["subnet-1"] }),
        gatewayOf("s3", { routeTableIds: ["rtb-1"] }),
      ],
    },
  },
];

const others: VpcRow[] = [
  { name: "addresses-per-zone", args: { ...zones(2), natGateways: addresses("OnePerAz", 2), subnetStrategy: "Auto" } },
  { name: "addresses-single", args: { ...zones(2), natGateways: addresses("Single", 1) } },
  { name: "addresses-by-id", args: { ...zones(1), natGateways: { elasticIpAllocationIds: ["eipalloc-1"] } } },
  { name: "tags", args: { ...zones(2), tags: { owner: "network", Name: "mine", address: "<address 1>" } } },
  {
    name: "named-after-zones",
    args: {
      ...two,
      availabilityZoneNames: ["us-east-1a", "us-east-1-bos-1a"],
      subnetNameTagStrategy: "AvailabilityZone",
    },
  },
  { name: "zones-in-another-order", args: { ...zones(0), availabilityZoneNames: ZONES.toReversed() } },
  {
    name: "settings",
    args: {
      ...two,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      enableNetworkAddressUsageMetrics: true,
      instanceTenancy: "dedicated",
      region: "us-east-1",
    },
  },
  { name: "protected", args: { ...zones(1), subnetStrategy: "Auto" }, opts: { protect: true } },
  { name: "renamed", args: { ...two }, opts: { ignoreChanges: ["tags"], aliases: [{ name: "old" }] } },
  { name: "with-a-provider", args: { ...two }, hasProvider: true },
  { name: "after-others", args: { ...two }, comesLast: true },
  { name: "ipv6", args: { ...two, assignGeneratedIpv6CidrBlock: true, subnetStrategy: "Auto" } },
  {
    name: "ipv6-pool",
    args: {
      ...two,
      ipv6IpamPoolId: "ipam-pool-1",
      ipv6CidrBlock: "2001:db8:1234:1a00::/56",
      subnetSpecs: [{ type: "Public", assignIpv6AddressOnCreation: true }, { type: "Private" }],
    },
  },
  { name: "ipam-pool", args: { ...two, ipv4IpamPoolId: "ipam-pool-2", cidrBlock: "10.8.0.0/16" } },
];

/** VPCs that the provider makes. */
export const VPCS: VpcRow[] = [...crossed, ...layouts, ...endpoints, ...others];

/** Those that are brought up as well. */
export const BROUGHT_UP: VpcRow[] = ["merged-single-nat-2", "endpoints-auto", "legacy-three-single-nat-1"].map(rowOf);

function rowOf(name: string): VpcRow {
  const row = VPCS.find((each) => each.name === name);
  if (row === undefined) throw new Error(`The table has no VPC ${name}.`);
  return row;
}
