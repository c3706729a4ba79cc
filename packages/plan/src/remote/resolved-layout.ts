import { type Block, endOf, sizeOf, startOf } from "./cidr.ts";
import type { PlacedSubnet } from "./subnet-placement.ts";
import type { CheckedSpecs } from "./subnet-specs.ts";
import type { VpcInputs } from "./vpc-inputs.ts";

/** One line of the VPC's output `subnetLayout`. */
interface ResolvedSpec {
  name?: string;
  type: string;
  cidrBlocks?: string[];
  cidrMask?: number;
  size?: number;
}

/**
 * The output `subnetLayout`: the specs as given, or, by the strategies that change them, what awsx reads out of the first
 * subnets, as many as a zone has, without their names and with the gaps between them.
 */
export function resolvedLayout(
  { strategy, zones }: VpcInputs,
  checked: CheckedSpecs | undefined,
  placed: PlacedSubnet[],
): ResolvedSpec[] {
  if (checked !== undefined && (strategy === "Auto" || strategy === "Exact")) {
    return checked.specs.map(({ name, type, cidrBlocks, cidrMask, size }) => ({
      name,
      type,
      cidrBlocks,
      cidrMask,
      size,
    }));
  }
  const first = placed.slice(0, placed.length / zones.length);
  return first.flatMap(({ type, block }, index) => {
    const before = first[index - 1];
    const gaps = before === undefined ? [] : gapsBetween(before.block, block);
    return [...gaps.map((prefix) => ({ type: "Unused", cidrMask: prefix })), { type, cidrMask: block.prefix }];
  });
}

/** The prefix lengths of the blocks between two, each as wide as fits, from the size of the lower one on. */
function gapsBetween(a: Block, b: Block): number[] {
  const [lower, upper] = startOf(a) < startOf(b) ? [a, b] : [b, a];
  const gaps: number[] = [];
  let previous = a;
  let gap: Block = { address: endOf(lower), prefix: lower.prefix };
  while (startOf(gap) < startOf(upper)) {
    for (let wider = widen(gap); !holds(wider, endOf(previous) - 1) && !holds(wider, startOf(upper)); ) {
      gap = wider;
      wider = widen(gap);
    }
    gaps.push(gap.prefix);
    previous = gap;
    gap = { address: endOf(gap), prefix: gap.prefix };
  }
  return gaps;
}

function widen({ address, prefix }: Block): Block {
  return { address: startOf({ address, prefix: prefix - 1 }), prefix: prefix - 1 };
}

function holds(block: Block, address: number): boolean {
  return address >= startOf(block) && address < startOf(block) + sizeOf(block.prefix);
}
