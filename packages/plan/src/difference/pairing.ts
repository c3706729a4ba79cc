import type { PlannedResource } from "../plan.ts";
import { oldUrns } from "./old-urns.ts";

/** One resource on both sides, or on one. */
export interface Match {
  before?: PlannedResource;
  after?: PlannedResource;
}

/**
 * Finds each resource on the other side: by URN, else by an alias that either side has for the other. Ordered by URN.
 *
 * Aliases count in both directions, so that a comparison backwards is the mirror image.
 */
export function pair(before: PlannedResource[], after: PlannedResource[]): Match[] {
  const [left, right] = [byUrn(before), byUrn(after)];
  const unmatchedLeft = new Map([...left].filter(([urn]) => !right.has(urn)));
  const unmatchedRight = new Map([...right].filter(([urn]) => !left.has(urn)));
  const matches: Match[] = after
    .filter(({ urn }) => left.has(urn))
    .map((one) => ({ before: left.get(one.urn), after: one }));
  for (const [old, young] of renames(unmatchedLeft, unmatchedRight, left, right)) {
    if (!unmatchedLeft.has(old) || !unmatchedRight.has(young)) continue;
    matches.push({ before: unmatchedLeft.get(old), after: unmatchedRight.get(young) });
    unmatchedLeft.delete(old);
    unmatchedRight.delete(young);
  }
  for (const resource of unmatchedLeft.values()) matches.push({ before: resource });
  for (const resource of unmatchedRight.values()) matches.push({ after: resource });
  return matches.sort((a, b) => (urnOf(a) < urnOf(b) ? -1 : 1));
}

type ByUrn = Map<string, PlannedResource>;

function byUrn(resources: PlannedResource[]): ByUrn {
  return new Map(resources.map((resource) => [resource.urn, resource]));
}

function urnOf({ before, after }: Match): string {
  return (after ?? before)?.urn ?? "";
}

/** Pairs of URNs that an alias connects, in an order that does not depend on the direction. */
function renames(left: ByUrn, right: ByUrn, allLeft: ByUrn, allRight: ByUrn): [string, string][] {
  const found = new Map<string, [string, string]>();
  const note = (old: string, young: string) => found.set([old, young].sort().join("\n"), [old, young]);
  for (const resource of right.values())
    for (const old of oldUrns(resource, allRight)) if (left.has(old)) note(old, resource.urn);
  for (const resource of left.values())
    for (const young of oldUrns(resource, allLeft)) if (right.has(young)) note(resource.urn, young);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, urns]) => urns);
}
