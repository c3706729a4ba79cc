/** One VPC: the inputs of `awsx:ec2:Vpc`. `<address 1>` stands for the allocation id of an address beside it. */
export interface VpcRow {
  /** In words, joined by `-`. */
  name: string;
  args: Record<string, unknown>;
  /** Options of the component. @default {} */
  opts?: Record<string, unknown>;
  /** Whether the component is given a provider of its own. @default false */
  hasProvider?: true;
  /** Whether the component depends on the addresses. @default false */
  comesLast?: true;
}

/** Zones of the Region, in order. */
export const ZONES = ["us-east-1a", "us-east-1b", "us-east-1c"];

/** The first zones of the Region. */
export const zones = (count: number) => ({ availabilityZoneNames: ZONES.slice(0, count) });

/** No NAT gateway. */
export const none = { natGateways: { strategy: "None" } };

/** Two zones without NAT. */
export const two = { ...zones(2), ...none };

/** Gateways with addresses of one's own. */
export function addresses(strategy: string, count: number): Record<string, unknown> {
  return { strategy, elasticIpAllocationIds: ["<address 1>", "<address 2>"].slice(0, count) };
}

/** An interface endpoint of a service of AWS. */
export const interfaceOf = (service: string, more = {}) => ({
  serviceName: `com.amazonaws.us-east-1.${service}`,
  vpcEndpointType: "Interface",
  ...more,
});

/** A gateway endpoint of a service of AWS. */
export const gatewayOf = (service: string, more = {}) => ({
  serviceName: `com.amazonaws.us-east-1.${service}`,
  ...more,
});
