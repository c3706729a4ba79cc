import { two, type VpcRow, zones } from "./inputs.ts";

/** Layouts beside those that are crossed. */
export const layouts: VpcRow[] = [
  { name: "public-only", args: { ...two, subnetSpecs: [{ type: "Public" }] } },
  { name: "private-only", args: { ...two, subnetStrategy: "Auto", subnetSpecs: [{ type: "Private" }] } },
  { name: "isolated-only", args: { ...two, subnetSpecs: [{ type: "Isolated" }] } },
  { name: "isolated-only-auto", args: { ...two, subnetStrategy: "Auto", subnetSpecs: [{ type: "Isolated" }] } },
  { name: "no-subnets", args: { ...two, subnetSpecs: [] } },
  { name: "isolated-behind-nat", args: { ...zones(2), subnetSpecs: [{ type: "Public" }, { type: "Isolated" }] } },
  {
    name: "legacy-many",
    args: {
      ...zones(3),
      cidrBlock: "10.64.0.0/16",
      subnetSpecs: [
        { type: "Isolated", name: "data", cidrMask: 24 },
        { type: "Private", cidrMask: 22 },
        { type: "Private", name: "jobs", cidrMask: 20 },
        { type: "Public", cidrMask: 26 },
        { type: "Public", name: "edge", cidrMask: 24 },
        { type: "Isolated", cidrMask: 28 },
      ],
    },
  },
  {
    name: "legacy-wider-than-its-zone",
    args: { ...two, cidrBlock: "10.0.0.0/24", subnetSpecs: [{ type: "Private", cidrMask: 24 }] },
  },
  {
    name: "explicit",
    args: {
      ...zones(2),
      subnetStrategy: "Auto",
      subnetSpecs: [
        { type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"], cidrMask: 24 },
        { type: "Private", cidrBlocks: ["10.0.64.0/19", "10.0.32.0/19"], size: 8192 },
      ],
    },
  },
  {
    name: "explicit-legacy",
    args: {
      ...two,
      subnetStrategy: "Legacy",
      subnetSpecs: [
        { type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] },
        { type: "Private", cidrBlocks: ["10.0.64.0/19", "10.0.32.0/19"] },
      ],
    },
  },
  {
    name: "exact",
    args: {
      ...zones(2),
      cidrBlock: "10.1.0.0/20",
      subnetStrategy: "Exact",
      subnetSpecs: [
        { type: "Private", cidrMask: 22 },
        { type: "Public", cidrMask: 23 },
        { type: "Unused", cidrMask: 23 },
      ],
    },
  },
  {
    name: "exact-explicit",
    args: {
      ...zones(2),
      cidrBlock: "10.1.0.0/22",
      subnetStrategy: "Exact",
      subnetSpecs: [
        { type: "Public", cidrBlocks: ["10.1.0.0/24", "10.1.2.0/24"] },
        { type: "Private", cidrBlocks: ["10.1.1.0/24", "10.1.3.0/24"] },
      ],
    },
  },
  {
    name: "auto-with-gaps",
    args: {
      ...zones(3),
      subnetStrategy: "Auto",
      availabilityZoneCidrMask: 20,
      subnetSpecs: [
        { type: "Public", cidrMask: 26 },
        { type: "Private", cidrMask: 22 },
        { type: "Public", name: "edge", cidrMask: 27 },
      ],
    },
  },
  { name: "half-block", args: { ...zones(2), cidrBlock: "10.0.0.0/17", subnetStrategy: "Auto" } },
  { name: "half-block-legacy", args: { ...zones(2), cidrBlock: "10.0.0.0/17" } },
  { name: "small-block", args: { ...zones(3), cidrBlock: "10.2.0.0/24", subnetStrategy: "Auto" } },
  { name: "small-block-legacy", args: { ...zones(3), cidrBlock: "10.2.0.0/24" } },
  { name: "zone-mask", args: { ...zones(2), availabilityZoneCidrMask: 19, subnetStrategy: "Auto" } },
  {
    name: "merged-two-of-a-type",
    args: {
      ...zones(2),
      subnetStrategy: "AutoMerge",
      subnetSpecs: [
        { type: "Private", name: "jobs", cidrMask: 24 },
        { type: "Private", cidrMask: 20, tags: { tier: "apps" } },
      ],
    },
  },
];
