import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";
import type * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { record } from "../record.ts";
import { readVpcInputs } from "./vpc-inputs.ts";

const zones = ["us-east-1a", "us-east-1b"];
const plan = (args: Record<string, unknown>) =>
  record(() => {
    new awsx.ec2.Vpc("net", { availabilityZoneNames: zones, subnetStrategy: "Auto", ...args });
  });
const specs = (...subnetSpecs: Record<string, unknown>[]) => ({ subnetSpecs });
const sts = { serviceName: "com.amazonaws.us-east-1.sts", vpcEndpointType: "Interface" };

describe("the expansion of awsx:ec2:Vpc refuses", () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      "zones that are looked up",
      { availabilityZoneNames: undefined },
      "zones are looked up. Pass availabilityZoneNames.",
    ],
    [
      "a number of zones",
      { numberOfAvailabilityZones: 2 },
      "numberOfAvailabilityZones has zones looked up. Pass availabilityZoneNames alone.",
    ],
    [
      "a block of IPAM",
      { ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 20 },
      "its block comes from IPAM, and no subnet's block can be known. Pass cidrBlock, without ipv4NetmaskLength.",
    ],
    ["text that is no block", { cidrBlock: "10.0.0.0" }, "10.0.0.0 is no IPv4 block. Write one as 10.0.0.0/16."],
    [
      "an unknown strategy",
      { subnetStrategy: "Even" },
      'subnetStrategy "Even" is none of Legacy, Auto, AutoMerge, Exact. Pass one of them.',
    ],
    [
      "an unknown way of NAT",
      { natGateways: { strategy: "PerRegion" } },
      'natGateways.strategy "PerRegion" is none of None, Single, OnePerAz. Pass one of them.',
    ],
    [
      "addresses for some gateways",
      { natGateways: { elasticIpAllocationIds: ["eipalloc-1"] } },
      "1 elasticIpAllocationIds for 2 NAT gateways. Pass one for each.",
    ],
    [
      "gateways for nobody",
      specs({ type: "Private" }),
      'NAT gateways need public subnets, and private or isolated ones. Add them, or pass natGateways.strategy "None".',
    ],
    [
      "a block too small",
      { cidrBlock: "10.0.0.0/27" },
      "10.0.0.0/27 leaves a /28 for each zone. Use a block of at least /26 each.",
    ],
    [
      "subnets too large",
      specs({ type: "Public" }, { type: "Private", cidrMask: 17 }),
      "its subnets take 49152 addresses in a zone, which has 32768. Make them smaller, or cidrBlock larger.",
    ],
    ["an empty list of subnets", specs(), "subnetSpecs is empty. Leave it out, or name a subnet."],
    [
      "two subnets of one name",
      specs({ type: "Public", name: "a" }, { type: "Public", name: "a" }),
      "two subnetSpecs of type Public have the same name or none. Give each its own name.",
    ],
    [
      "a size that is no power of two",
      specs({ type: "Public", size: 1000 }),
      "a subnet of 1000 addresses is no power of two from 4. Pass one, or cidrMask.",
    ],
    [
      "a size and another mask",
      specs({ type: "Public", size: 256, cidrMask: 23 }),
      "a subnet has size 256 and cidrMask 23, a block of 512. Pass one of the two.",
    ],
    [
      "blocks for some subnets",
      specs({ type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] }, { type: "Private" }),
      "some subnetSpecs have cidrBlocks and some have none. Pass them for all.",
    ],
    [
      "blocks for some zones",
      specs({ type: "Public", cidrBlocks: ["10.0.0.0/24"] }),
      "a subnetSpec has 1 cidrBlocks for 2 zones. Pass one for each zone.",
    ],
    [
      "blocks of another size",
      specs({ type: "Public", cidrMask: 25, cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] }),
      "10.0.0.0/24 is not of its subnetSpec's cidrMask or size. Leave cidrMask and size out.",
    ],
    [
      "blocks that are merged",
      { subnetStrategy: "AutoMerge", ...specs({ type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] }) },
      'subnetStrategy "AutoMerge" takes no cidrBlocks. Pass "Auto".',
    ],
    [
      "blocks that overlap",
      specs(
        { type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] },
        { type: "Private", cidrBlocks: ["10.0.0.0/20", "10.0.16.0/20"] },
      ),
      "net-public-1 (10.0.0.0/24) overlaps another subnet. Make subnets smaller, or cidrBlock larger.",
    ],
    [
      "gaps where there may be none",
      { subnetStrategy: "Exact", ...specs({ type: "Public" }, { type: "Private", cidrMask: 19 }) },
      'there is a gap before net-public-2 (10.0.128.0/18). Fill it with type "Unused".',
    ],
    [
      "zones that end alike",
      { subnetNameTagStrategy: "AvailabilityZone", availabilityZoneNames: ["us-east-1a", "us-west-1a"] },
      "two of us-east-1a, us-west-1a end alike. Leave subnetNameTagStrategy out.",
    ],
    [
      "private names without DNS",
      { enableDnsSupport: false, vpcEndpointStrategy: "Auto", vpcEndpointSpecs: [sts] },
      "enableDnsSupport is false, and private names of endpoints need it. Leave it out.",
    ],
    [
      "IPv6 addresses where there are none",
      specs({ type: "Public", assignIpv6AddressOnCreation: true }, { type: "Private" }),
      "net-public-1 assigns IPv6 addresses, and the VPC has none. Pass assignGeneratedIpv6CidrBlock: true.",
    ],
  ])("%s", async (_what, args, message) => {
    await expect(plan(args)).rejects.toThrow(new Error(`Vpc "net": ${message}`));
  });

  it("an input that a later version of awsx may have", () => {
    const message = 'Vpc "net": the plan does not expand flowLogs. Leave it out.';
    expect(() => readVpcInputs("net", { availabilityZoneNames: zones, flowLogs: true })).toThrow(new Error(message));
  });

  it.each<[string, (value: pulumi.Output<string>) => Record<string, unknown>]>([
    ["cidrBlock", (value) => ({ cidrBlock: value })],
    [
      "strategy or elasticIpAllocationIds of natGateways",
      (value) => ({ natGateways: { strategy: "Single", elasticIpAllocationIds: value.apply((id) => [id]) } }),
    ],
    ["tags", (value) => ({ tags: value.apply((text) => ({ text })) })],
    ["a value of subnetSpecs", (value) => specs({ type: "Public", name: value })],
    ["serviceName of vpcEndpointSpecs", (value) => ({ vpcEndpointSpecs: [{ serviceName: value }] })],
  ])("%s that only AWS knows", async (what, args) => {
    const planned = record(() => {
      const { id } = new aws.ec2.Eip("address");
      new awsx.ec2.Vpc("net", { availabilityZoneNames: zones, ...args(id) });
    });
    await expect(planned).rejects.toThrow(`Vpc "net": ${what} comes from a resource as a whole. Pass a plain value.`);
  });
});
