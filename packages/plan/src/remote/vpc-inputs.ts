import * as pulumi from "@pulumi/pulumi";
import { RecordingError } from "../recorder/recording-error.ts";
import { hasToken } from "../recorder/reference.ts";
import { type Block, parseBlock } from "./cidr.ts";

type Tags = Record<string, pulumi.Input<string>>;

/** The subnets of one kind, one in each zone. */
export interface SubnetSpec {
  type: string;
  name?: string;
  cidrBlocks?: string[];
  cidrMask?: number;
  /** Number of addresses. */
  size?: number;
  assignIpv6AddressOnCreation?: boolean;
  tags?: Tags;
}

/** An endpoint, with the inputs of `aws:ec2/vpcEndpoint:VpcEndpoint`. */
export interface EndpointSpec {
  serviceName: string;
  vpcEndpointType?: string;
  tags?: Tags;
  [passedOn: string]: unknown;
}

interface NatGateways {
  strategy?: string;
  elasticIpAllocationIds?: pulumi.Input<string>[];
}

/** The inputs of `awsx:ec2:Vpc`, checked, with the provider's defaults. */
export interface VpcInputs {
  name: string;
  zones: string[];
  block: Block;
  cidrBlock: string;
  natStrategy: "none" | "single" | "oneperaz";
  addressIds: pulumi.Input<string>[];
  strategy: "Legacy" | "Auto" | "AutoMerge" | "Exact";
  zonePrefix: number | undefined;
  specs: SubnetSpec[] | undefined;
  namesZones: boolean;
  assignsIpv6: boolean;
  endpointStrategy: "Legacy" | "Auto";
  endpoints: EndpointSpec[];
  tags: Tags;
  region: pulumi.Input<string> | undefined;
  /** Inputs that are the inner VPC's own. */
  passedOn: Record<string, unknown>;
}

const PASSED_ON = [
  "enableDnsHostnames",
  "enableDnsSupport",
  "enableNetworkAddressUsageMetrics",
  "instanceTenancy",
  "ipv4IpamPoolId",
  "ipv6CidrBlock",
  "ipv6CidrBlockNetworkBorderGroup",
  "ipv6IpamPoolId",
  "ipv6NetmaskLength",
  "region",
];
/** Inputs that decide which resources there are: their values must be known. */
const DECIDING = [
  "assignGeneratedIpv6CidrBlock",
  "availabilityZoneCidrMask",
  "cidrBlock",
  "subnetNameTagStrategy",
  "subnetStrategy",
  "vpcEndpointStrategy",
];
const OTHERS = [
  "availabilityZoneNames",
  "ipv4NetmaskLength",
  "natGateways",
  "numberOfAvailabilityZones",
  "subnetSpecs",
  "tags",
  "vpcEndpointSpecs",
];
const CHOICES: [string, string[]][] = [
  ["subnetStrategy", ["Legacy", "Auto", "AutoMerge", "Exact"]],
  ["subnetNameTagStrategy", ["Legacy", "AvailabilityZone"]],
  ["vpcEndpointStrategy", ["Legacy", "Auto"]],
];

/** The error that says what is wrong with a VPC's inputs, and what to do. */
export function refusal(name: string, what: string): RecordingError {
  return new RecordingError(`Vpc "${name}": ${what}`);
}

/** Reads the inputs; those whose resources cannot be known offline are refused. */
export function readVpcInputs(name: string, inputs: Record<string, unknown>): VpcInputs {
  const problem = problemOf(inputs);
  if (problem !== undefined) throw refusal(name, problem);
  const cidrBlock = (inputs.cidrBlock ?? "10.0.0.0/16") as string;
  const nat = (inputs.natGateways ?? {}) as NatGateways;
  const read = {
    name,
    zones: inputs.availabilityZoneNames as string[],
    block: blockOf(name, cidrBlock),
    cidrBlock,
    natStrategy: natStrategyOf(name, nat.strategy ?? "OnePerAz"),
    addressIds: nat.elasticIpAllocationIds ?? [],
    strategy: (inputs.subnetStrategy ?? "Legacy") as VpcInputs["strategy"],
    zonePrefix: inputs.availabilityZoneCidrMask as number | undefined,
    specs: inputs.subnetSpecs as SubnetSpec[] | undefined,
    namesZones: inputs.subnetNameTagStrategy === "AvailabilityZone",
    assignsIpv6: inputs.assignGeneratedIpv6CidrBlock === true,
    endpointStrategy: (inputs.vpcEndpointStrategy ?? "Legacy") as VpcInputs["endpointStrategy"],
    endpoints: (inputs.vpcEndpointSpecs ?? []) as EndpointSpec[],
    tags: (inputs.tags ?? {}) as Tags,
    region: inputs.region as pulumi.Input<string> | undefined,
    passedOn: Object.fromEntries(["assignGeneratedIpv6CidrBlock", ...PASSED_ON].map((key) => [key, inputs[key]])),
  };
  checkAddresses(read);
  return read;
}

/** The first thing that stands in the way of reading the inputs. */
function problemOf(inputs: Record<string, unknown>): string | undefined {
  const strange = Object.keys(inputs).find((key) => ![...PASSED_ON, ...DECIDING, ...OTHERS].includes(key));
  if (strange !== undefined) return `the plan does not expand ${strange}. Leave it out.`;
  if (inputs.numberOfAvailabilityZones !== undefined)
    return "numberOfAvailabilityZones has zones looked up. Pass availabilityZoneNames alone.";
  if (!Array.isArray(inputs.availabilityZoneNames)) return "zones are looked up. Pass availabilityZoneNames.";
  if (inputs.ipv4NetmaskLength !== undefined || (inputs.ipv4IpamPoolId !== undefined && inputs.cidrBlock === undefined))
    return "its block comes from IPAM, and no subnet's block can be known. Pass cidrBlock, without ipv4NetmaskLength.";
  const unknown = unknownInput(inputs);
  if (unknown !== undefined) return `${unknown} comes from a resource as a whole. Pass a plain value.`;
  const choice = CHOICES.find(([key, choices]) => !choices.includes(String(inputs[key] ?? choices[0])));
  return choice && `${choice[0]} "${inputs[choice[0]]}" is none of ${choice[1].join(", ")}. Pass one of them.`;
}

/** An input that decides which resources there are, and is a reference. */
function unknownInput(inputs: Record<string, unknown>): string | undefined {
  const deciding = DECIDING.find((key) => !isKnown(inputs[key]));
  if (deciding !== undefined) return deciding;
  const whole = ["natGateways", "subnetSpecs", "tags", "vpcEndpointSpecs"].find((key) => isOutput(inputs[key]));
  if (whole !== undefined) return whole;
  const { strategy, elasticIpAllocationIds } = (inputs.natGateways ?? {}) as NatGateways;
  if (!isKnown(strategy) || isOutput(elasticIpAllocationIds))
    return "strategy or elasticIpAllocationIds of natGateways";
  const specs = (inputs.subnetSpecs ?? []) as SubnetSpec[];
  const endpoints = (inputs.vpcEndpointSpecs ?? []) as EndpointSpec[];
  if (!specs.every(({ tags, ...spec }) => isKnown(spec))) return "a value of subnetSpecs";
  if ([...specs, ...endpoints].some(({ tags }) => isOutput(tags))) return "tags of subnetSpecs or vpcEndpointSpecs";
  return endpoints.every(({ serviceName }) => isKnown(serviceName)) ? undefined : "serviceName of vpcEndpointSpecs";
}

function isOutput(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || (typeof value === "string" && hasToken(value));
}

/** Whether a value holds no reference to what a resource makes. */
export function isKnown(value: unknown): boolean {
  if (isOutput(value)) return false;
  return typeof value !== "object" || value === null || Object.values(value).every(isKnown);
}

function blockOf(name: string, cidrBlock: string): Block {
  const block = parseBlock(cidrBlock);
  if (block === undefined) throw refusal(name, `${cidrBlock} is no IPv4 block. Write one as 10.0.0.0/16.`);
  return block;
}

/** The provider reads it whatever its case. */
function natStrategyOf(name: string, strategy: string): VpcInputs["natStrategy"] {
  const read = (["none", "single", "oneperaz"] as const).find((each) => each === strategy.toLowerCase());
  if (read !== undefined) return read;
  throw refusal(name, `natGateways.strategy "${strategy}" is none of None, Single, OnePerAz. Pass one of them.`);
}

/** Addresses are given for all gateways, or for none. */
function checkAddresses({ name, natStrategy, addressIds, zones }: VpcInputs): void {
  const gateways = { none: 0, single: 1, oneperaz: zones.length }[natStrategy];
  if (addressIds.length > 0 && addressIds.length !== gateways) {
    throw refusal(name, `${addressIds.length} elasticIpAllocationIds for ${gateways} NAT gateways. Pass one for each.`);
  }
}
