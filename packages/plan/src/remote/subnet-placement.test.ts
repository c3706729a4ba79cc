import { describe, expect, it } from "vitest";
import { formatBlock } from "./cidr.ts";
import { resolvedLayout } from "./resolved-layout.ts";
import { placeSubnets } from "./subnet-placement.ts";
import { checkSpecs } from "./subnet-specs.ts";
import { readVpcInputs } from "./vpc-inputs.ts";

const decide = (given: Record<string, unknown>) => {
  const natGateways = { strategy: "None" };
  const inputs = readVpcInputs("net", { availabilityZoneNames: ["us-east-1a", "us-east-1b"], natGateways, ...given });
  const checked = checkSpecs(inputs);
  const placed = placeSubnets(inputs, checked);
  return { placed, layout: resolvedLayout(inputs, checked, placed) };
};
const blocks = (given: Record<string, unknown>) =>
  decide(given).placed.map(({ name, block }) => `${name} ${formatBlock(block)}`);

// Blocks as the awsx 3.9.0 plugin made them under the engine.
describe("the blocks of subnets", () => {
  it("are a half and a quarter of a zone's, private ones first, by the strategy Legacy", () => {
    expect(blocks({})).toEqual([
      "net-private-1 10.0.0.0/18",
      "net-private-2 10.0.128.0/18",
      "net-public-1 10.0.64.0/19",
      "net-public-2 10.0.192.0/19",
    ]);
  });

  it("follow the last one of the type before, by the strategy Legacy", () => {
    const subnetSpecs = [
      { type: "Isolated", name: "data" },
      { type: "Unused" },
      { type: "Public", cidrMask: 24 },
      { type: "Private", cidrMask: 22 },
      { type: "Private", name: "jobs", cidrMask: 20 },
    ];
    expect(blocks({ subnetSpecs, availabilityZoneNames: ["us-east-1a"] })).toEqual([
      "net-private-1 10.0.0.0/22",
      "net-jobs-1 10.0.16.0/20",
      "net-public-1 10.0.32.0/24",
      "net-data-1 10.0.33.0/24",
    ]);
  });

  it("leave a zone that is too small for them, by the strategy Legacy", () => {
    expect(blocks({ cidrBlock: "10.0.0.0/24", subnetSpecs: [{ type: "Private", cidrMask: 24 }] })).toEqual([
      "net-private-1 10.0.0.0/24",
      "net-private-2 10.0.1.0/24",
    ]);
  });

  it("come in the order of the specs, each where it may start, by the strategy Auto", () => {
    const subnetSpecs = [
      { type: "Public", cidrMask: 26 },
      { type: "Private", size: 1024 },
      { type: "Isolated", name: "data", cidrMask: 27 },
    ];
    expect(blocks({ subnetSpecs, subnetStrategy: "Auto", availabilityZoneCidrMask: 20 })).toEqual([
      "net-public-1 10.0.0.0/26",
      "net-private-1 10.0.4.0/22",
      "net-data-1 10.0.8.0/27",
      "net-public-2 10.0.16.0/26",
      "net-private-2 10.0.20.0/22",
      "net-data-2 10.0.24.0/27",
    ]);
  });

  it("are even parts of a zone where no spec has a size", () => {
    const subnetSpecs = [{ type: "Public" }, { type: "Private" }, { type: "Isolated" }];
    expect(blocks({ subnetSpecs, subnetStrategy: "Auto", availabilityZoneNames: ["us-east-1a"] })).toEqual([
      "net-public-1 10.0.0.0/18",
      "net-private-1 10.0.64.0/18",
      "net-isolated-1 10.0.128.0/18",
    ]);
  });

  it("are added to the standard ones, which may be changed, by the strategy AutoMerge", () => {
    const subnetSpecs = [{ type: "Isolated" }, { type: "Public", cidrMask: 24 }];
    expect(blocks({ subnetSpecs, subnetStrategy: "AutoMerge", availabilityZoneNames: ["us-east-1a"] })).toEqual([
      "net-private-1 10.0.0.0/17",
      "net-public-1 10.0.128.0/24",
      "net-isolated-1 10.0.192.0/18",
    ]);
  });

  it("are those that the specs name", () => {
    const subnetSpecs = [{ type: "Public", cidrBlocks: ["10.0.4.0/24", "10.0.2.0/24"] }];
    const expected = ["net-public-1 10.0.4.0/24", "net-public-2 10.0.2.0/24"];
    expect(blocks({ subnetSpecs, subnetStrategy: "Auto" })).toEqual(expected);
  });

  it("are named after their zones where that is asked for", () => {
    const availabilityZoneNames = ["us-east-1a", "us-east-1-bos-1a"];
    const { placed } = decide({ availabilityZoneNames, subnetNameTagStrategy: "AvailabilityZone" });
    expect(placed.map(({ nameTag }) => nameTag)).toEqual([
      "net-private-1a",
      "net-private-1-bos-1a",
      "net-public-1a",
      "net-public-1-bos-1a",
    ]);
  });
});

describe("the layout that the VPC gives as an output", () => {
  it("is that of the specs", () => {
    const subnetSpecs = [
      { type: "Public", size: 256 },
      { type: "Private", name: "jobs" },
    ];
    expect(decide({ subnetSpecs, subnetStrategy: "Auto" }).layout).toEqual([
      { type: "Public", cidrMask: 24, size: 256 },
      { type: "Private", name: "jobs" },
    ]);
  });

  it("shows the gaps between the first subnets where there are no specs", () => {
    expect(decide({}).layout).toEqual([
      { type: "Private", cidrMask: 18 },
      { type: "Unused", cidrMask: 18 },
      { type: "Private", cidrMask: 18 },
    ]);
  });
});
