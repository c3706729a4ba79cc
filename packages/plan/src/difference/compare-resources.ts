import type { PlannedResource } from "../plan.ts";
import type { ResourceDifference } from "./difference.ts";
import { type Draft, differenceOf } from "./difference-of.ts";
import type { Match } from "./pairing.ts";
import { type NewNames, withNewNames } from "./renaming.ts";
import { cascade } from "./replacement.ts";
import { storedIn } from "./stored-data.ts";

type ByUrn = ReadonlyMap<string, PlannedResource>;

/** What differs between the resources of two plans: only those that differ, ordered by URN. */
export function compareResources(matches: Match[], names: NewNames): ResourceDifference[] {
  const sides = { before: index(matches.map(({ before }) => before)), after: index(matches.map(({ after }) => after)) };
  const differences = matches.map((match) => {
    const { before, after } = match;
    const difference = differenceOf({ ...match, before: before && withNewNames(before, names) });
    if (before && after && before.urn !== after.urn) difference.renamedFrom = before.urn;
    return difference;
  });
  cascade(differences, [...sides.after.values()]);
  for (const [position, difference] of differences.entries()) {
    addPath(difference, sides[difference.kind === "removed" ? "before" : "after"]);
    addWarnings(difference, matches[position] ?? {});
    dropExplained(difference, sides);
    settle(difference);
  }
  return differences.filter(({ kind }) => kind !== "same") as ResourceDifference[];
}

function index(resources: (PlannedResource | undefined)[]): ByUrn {
  return new Map(resources.flatMap((resource) => (resource === undefined ? [] : [[resource.urn, resource]])));
}

function addPath(difference: Draft, resources: ByUrn): void {
  let holder = difference.parent === undefined ? undefined : resources.get(difference.parent);
  for (; holder !== undefined; holder = holder.parent === undefined ? undefined : resources.get(holder.parent))
    if (holder.component) difference.path.unshift(holder.name);
}

/**
 * What a reviewer must not miss. The engine refuses to remove what the state protects, and to replace what both the state
 * and the program protect; tried with Pulumi 3.260.
 */
function addWarnings(difference: Draft, { before, after }: Match): void {
  if (difference.kind !== "removed" && difference.kind !== "replaced") return;
  const { retainOnDelete, deleteBeforeReplace } = (after ?? before)?.options ?? {};
  const holds = storedIn(difference.type);
  if (before?.options.protect && (after === undefined || after.options.protect)) difference.refused = true;
  if (retainOnDelete) difference.retained = true;
  else if (holds !== undefined) difference.holds = holds;
  if (difference.kind === "replaced" && deleteBeforeReplace) difference.deletedFirst = true;
}

/** A dependency that comes or goes with its resource needs no words. */
function dropExplained({ dependencies }: Draft, sides: { before: ByUrn; after: ByUrn }): void {
  dependencies.added = dependencies.added.filter((urn) => sides.before.has(urn));
  dependencies.removed = dependencies.removed.filter((urn) => sides.after.has(urn));
}

/** Decides about resources that nothing but their surroundings touch. */
function settle(difference: Draft): void {
  const passive = difference.kind === "same" || difference.kind === "ignored";
  const { added, removed } = difference.dependencies;
  if (passive && difference.follows.length > 0) difference.kind = "changed";
  else if (passive && difference.renamedFrom !== undefined) difference.kind = "renamed";
  else if (difference.kind === "same" && added.length + removed.length > 0) difference.kind = "reordered";
  if (difference.kind !== "reordered") difference.dependencies = { added: [], removed: [] };
}
