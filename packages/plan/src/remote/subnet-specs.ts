import { parseBlock, sizeOf } from "./cidr.ts";
import { refusal, type SubnetSpec, type VpcInputs } from "./vpc-inputs.ts";

/** The specs of a VPC's subnets, checked; undefined where none are given. */
export interface CheckedSpecs {
  specs: SubnetSpec[];
  /** Whether every spec names its blocks. */
  explicit: boolean;
}

/** Checks the specs, and finds the prefix lengths of those that are given by size. */
export function checkSpecs(vpc: VpcInputs): CheckedSpecs | undefined {
  if (vpc.specs === undefined) return undefined;
  const explicit = vpc.specs.some(({ cidrBlocks }) => cidrBlocks !== undefined);
  const problem =
    (explicit && vpc.strategy === "AutoMerge"
      ? `subnetStrategy "AutoMerge" takes no cidrBlocks. Pass "Auto".`
      : undefined) ??
    sameNames(vpc.specs) ??
    vpc.specs.map((spec) => wrongSize(spec)).find((found) => found !== undefined) ??
    (explicit ? wrongBlocks(vpc.specs, vpc.zones.length) : undefined);
  if (problem !== undefined) throw refusal(vpc.name, problem);
  return { specs: explicit ? vpc.specs : vpc.specs.map(withPrefix), explicit };
}

function sameNames(specs: SubnetSpec[]): string | undefined {
  const seen = new Set<string>();
  for (const { type, name } of specs) {
    const key = `${type.toLowerCase()} ${name}`;
    if (seen.has(key)) return `two subnetSpecs of type ${type} have the same name or none. Give each its own name.`;
    seen.add(key);
  }
  return undefined;
}

/** Sizes that a subnet can be given by: powers of two, of which the smallest is a /30. */
function prefixOf(size: number): number | undefined {
  const prefix = 32 - Math.log2(size);
  return Number.isInteger(prefix) && prefix >= 0 && prefix <= 30 ? prefix : undefined;
}

function wrongSize({ size, cidrMask, cidrBlocks }: SubnetSpec): string | undefined {
  if (size === undefined) return undefined;
  if (prefixOf(size) === undefined)
    return `a subnet of ${size} addresses is no power of two from 4. Pass one, or cidrMask.`;
  if (cidrBlocks !== undefined || cidrMask === undefined || cidrMask === prefixOf(size)) return undefined;
  return `a subnet has size ${size} and cidrMask ${cidrMask}, a block of ${sizeOf(cidrMask)}. Pass one of the two.`;
}

function wrongBlocks(specs: SubnetSpec[], zones: number): string | undefined {
  for (const { cidrBlocks, cidrMask, size } of specs) {
    if (cidrBlocks === undefined) return "some subnetSpecs have cidrBlocks and some have none. Pass them for all.";
    if (cidrBlocks.length !== zones)
      return `a subnetSpec has ${cidrBlocks.length} cidrBlocks for ${zones} zones. Pass one for each zone.`;
    for (const text of cidrBlocks) {
      const block = parseBlock(text);
      if (block === undefined) return `${text} is no IPv4 block. Write one as 10.0.0.0/24.`;
      if ((cidrMask ?? block.prefix) !== block.prefix || (size ?? sizeOf(block.prefix)) !== sizeOf(block.prefix))
        return `${text} is not of its subnetSpec's cidrMask or size. Leave cidrMask and size out.`;
    }
  }
  return undefined;
}

function withPrefix(spec: SubnetSpec): SubnetSpec {
  const cidrMask = spec.cidrMask ?? (spec.size === undefined ? undefined : prefixOf(spec.size));
  return { ...spec, cidrMask, size: cidrMask === undefined ? undefined : sizeOf(cidrMask) };
}
