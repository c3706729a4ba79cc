import { type Block, bitsFor, blockFrom, endOf, overlap, sizeOf } from "./cidr.ts";
import type { Place } from "./subnet-placement.ts";
import { refusal, type SubnetSpec, type VpcInputs } from "./vpc-inputs.ts";

/** The types in the order of their blocks, and the widest that a subnet of each is made by itself. */
const WIDEST: [string, number][] = [
  ["Private", 19],
  ["Public", 20],
  ["Isolated", 24],
];

/**
 * The blocks of the strategy `Legacy`. Without specs a zone's private subnet takes half of its block and the public one a
 * quarter; private ones come first. With specs each type follows the last subnet of the type before it.
 */
export function placeLegacy(vpc: VpcInputs, specs: SubnetSpec[] | undefined): Place[] {
  const zonePrefix = vpc.block.prefix + bitsFor(vpc.zones.length);
  const starts = vpc.zones.map((_zone, index) => vpc.block.address + index * sizeOf(zonePrefix));
  const places =
    specs === undefined
      ? placeStandard(starts, zonePrefix)
      : starts.flatMap((start, zoneIndex) => placeZone(start, zonePrefix, specs, zoneIndex));
  const tooSmall = places.find(({ block }) => block.prefix > 32);
  if (tooSmall !== undefined || zonePrefix > 32)
    throw refusal(vpc.name, `${vpc.cidrBlock} is too small for its subnets. Make it larger.`);
  return places;
}

function placeStandard(starts: number[], zonePrefix: number): Place[] {
  const half = sizeOf(zonePrefix + 1);
  return [
    ...starts.map((address, zoneIndex) => ({
      spec: { type: "Private" },
      zoneIndex,
      block: { address, prefix: zonePrefix + 1 },
    })),
    ...starts.map((address, zoneIndex) => ({
      spec: { type: "Public" },
      zoneIndex,
      block: { address: address + half, prefix: zonePrefix + 2 },
    })),
  ];
}

function placeZone(start: number, zonePrefix: number, specs: SubnetSpec[], zoneIndex: number): Place[] {
  const standardPrefix = zonePrefix + (specs.length === 1 ? 0 : 1);
  const places: Place[] = [];
  let base = start;
  let previous: Block = { address: start - 1, prefix: 32 };
  for (const [type, widest] of WIDEST) {
    const own = specs.filter((spec) => spec.type.toLowerCase() === type.toLowerCase());
    for (const [index, spec] of own.entries()) {
      const prefix = spec.cidrMask ?? Math.max(standardPrefix, widest);
      const wanted = { address: base + index * sizeOf(prefix), prefix };
      const block = overlap(previous, wanted) ? blockFrom(endOf(previous), prefix) : wanted;
      places.push({ spec: { ...spec, type }, zoneIndex, block });
      previous = block;
    }
    if (own.length > 0) base = after(previous);
  }
  return places;
}

/** The address that a block's own address and its size add up to. */
function after({ address, prefix }: Block): number {
  return address + sizeOf(prefix);
}
