import { type Block, bitsFor, blockFrom, endOf, formatBlock, overlap, parseBlock, sizeOf, startOf } from "./cidr.ts";
import { placeLegacy } from "./legacy-placement.ts";
import type { CheckedSpecs } from "./subnet-specs.ts";
import { isKnown, refusal, type SubnetSpec, type VpcInputs } from "./vpc-inputs.ts";

/** A subnet in its zone. */
export interface PlacedSubnet {
  name: string;
  /** Value of the tag `Name`. */
  nameTag: string;
  type: string;
  zone: string;
  block: Block;
  spec: SubnetSpec;
}

/** A spec in the zone of an index, and its block. */
export interface Place {
  spec: SubnetSpec;
  zoneIndex: number;
  block: Block;
}

const STANDARD: SubnetSpec[] = [{ type: "Private" }, { type: "Public" }];

/** Gives every subnet its block, as the strategy says; a layout that awsx refuses is refused. */
export function placeSubnets(vpc: VpcInputs, checked: CheckedSpecs | undefined): PlacedSubnet[] {
  const placed = placesOf(vpc, checked).map(({ spec, zoneIndex, block }): PlacedSubnet => {
    const zone = vpc.zones[zoneIndex] as string;
    const stem = `${vpc.name}-${spec.name ?? spec.type.toLowerCase()}`;
    const name = `${stem}-${zoneIndex + 1}`;
    const nameTag = vpc.namesZones ? `${stem}-${withoutRegion(zone)}` : name;
    return { name, nameTag, type: spec.type, zone, block, spec };
  });
  checkZoneNames(vpc);
  checkOverlaps(vpc, placed);
  if (vpc.strategy === "Exact") checkGaps(vpc, placed);
  checkGateways(vpc, placed);
  return placed;
}

function placesOf(vpc: VpcInputs, checked: CheckedSpecs | undefined): Place[] {
  const automatic = vpc.strategy === "Auto" || vpc.strategy === "AutoMerge";
  if (vpc.strategy === "Legacy" || (checked === undefined && !automatic)) return placeLegacy(vpc, checked?.specs);
  if (checked?.explicit) return placeExplicit(vpc, checked.specs);
  const zonePrefix = vpc.zonePrefix ?? vpc.block.prefix + bitsFor(vpc.zones.length);
  if (checked === undefined) return placeInOrder(vpc, standard(vpc, zonePrefix), zonePrefix);
  if (vpc.strategy !== "AutoMerge") return placeInOrder(vpc, checked.specs, zonePrefix);
  return placeInOrder(vpc, merge(standard(vpc, zonePrefix), checked.specs), zonePrefix);
}

/** A zone's private subnet takes half of its block, at most a /17, and the public one half of that. */
function standard(vpc: VpcInputs, zonePrefix: number): SubnetSpec[] {
  if (zonePrefix > 26) {
    throw refusal(
      vpc.name,
      `${vpc.cidrBlock} leaves a /${zonePrefix} for each zone. Use a block of at least /26 each.`,
    );
  }
  return STANDARD.map((spec, index) => ({ ...spec, cidrMask: Math.max(zonePrefix, 16) + index + 1 }));
}

/** A spec without a name stands for the standard one of its type; the others come after. */
function merge(standards: SubnetSpec[], specs: SubnetSpec[]): SubnetSpec[] {
  const isOf =
    ({ type }: SubnetSpec) =>
    (spec: SubnetSpec) =>
      spec.name === undefined && spec.type.toLowerCase() === type.toLowerCase();
  return [
    ...standards.map((each) => ({ ...each, ...specs.find(isOf(each)) })),
    ...specs.filter((spec) => !standards.some((each) => isOf(each)(spec))),
  ];
}

function placeExplicit(vpc: VpcInputs, specs: SubnetSpec[]): Place[] {
  return vpc.zones.flatMap((_zone, zoneIndex) =>
    specs.map((spec) => ({ spec, zoneIndex, block: parseBlock(spec.cidrBlocks?.[zoneIndex] ?? "") as Block })),
  );
}

/** One after the other in each zone's part of the block, each where its prefix length lets it start. */
function placeInOrder(vpc: VpcInputs, specs: SubnetSpec[], zonePrefix: number): Place[] {
  if (specs.length === 0) throw refusal(vpc.name, "subnetSpecs is empty. Leave it out, or name a subnet.");
  const prefixOf = ({ cidrMask }: SubnetSpec) => cidrMask ?? zonePrefix + bitsFor(specs.length);
  const needed = specs.reduce((sum, spec) => sum + sizeOf(prefixOf(spec)), 0);
  if (needed > sizeOf(zonePrefix)) {
    throw refusal(
      vpc.name,
      `its subnets take ${needed} addresses in a zone, which has ${sizeOf(zonePrefix)}. Make them smaller, or cidrBlock larger.`,
    );
  }
  const first = startOf({ address: vpc.block.address, prefix: zonePrefix });
  return vpc.zones.flatMap((_zone, zoneIndex) => {
    let next = startOf({ address: first + zoneIndex * sizeOf(zonePrefix), prefix: prefixOf(specs[0] as SubnetSpec) });
    return specs.map((spec) => {
      const block = blockFrom(next, prefixOf(spec));
      next = endOf(block);
      return { spec, zoneIndex, block };
    });
  });
}

/** `us-east-1a` is `1a`, `us-east-1-bos-1a` is `1-bos-1a`. */
function withoutRegion(zone: string): string {
  return zone.replace(/^[a-z]{2}(-[a-z]+)+-/, "");
}

function checkZoneNames({ name, zones, namesZones }: VpcInputs): void {
  if (!namesZones) return;
  if (!isKnown(zones)) throw refusal(name, "zones come from a look-up, and give no names. Pass their names.");
  if (new Set(zones.map(withoutRegion)).size < zones.length)
    throw refusal(name, `two of ${zones.join(", ")} end alike. Leave subnetNameTagStrategy out.`);
}

function checkOverlaps(vpc: VpcInputs, placed: PlacedSubnet[]): void {
  const clash = placed.find((a) => placed.some((b) => a !== b && overlap(a.block, b.block)));
  if (clash === undefined) return;
  throw refusal(
    vpc.name,
    `${clash.name} (${formatBlock(clash.block)}) overlaps another subnet. Make subnets smaller, or cidrBlock larger.`,
  );
}

/** `Exact` leaves no address of the VPC without a subnet. */
function checkGaps(vpc: VpcInputs, placed: PlacedSubnet[]): void {
  let end = startOf(vpc.block);
  for (const { name, block } of placed) {
    if (startOf(block) !== end)
      throw refusal(vpc.name, `there is a gap before ${name} (${formatBlock(block)}). Fill it with type "Unused".`);
    end = endOf(block);
  }
  if (placed.length > 0 && end !== endOf(vpc.block))
    throw refusal(vpc.name, `its subnets end before ${vpc.cidrBlock} does. Fill the rest with type "Unused".`);
}

function checkGateways({ name, natStrategy }: VpcInputs, placed: PlacedSubnet[]): void {
  const types = new Set(placed.map(({ type }) => type.toLowerCase()));
  if (natStrategy === "none" || (types.has("public") && (types.has("private") || types.has("isolated")))) return;
  throw refusal(
    name,
    `NAT gateways need public subnets, and private or isolated ones. Add them, or pass natGateways.strategy "None".`,
  );
}
