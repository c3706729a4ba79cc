import type { PlannedResource } from "../plan.ts";
import type { Match } from "./pairing.ts";
import { renameReferences } from "./reference-text.ts";

/** URNs (tails) of the old plan and what they are called in the new one: the same, unless an alias renamed them. */
export type NewNames = ReadonlyMap<string, string>;

/** The new name of every resource of the old plan; empty where nothing is renamed. */
export function newNames(matches: Match[]): NewNames {
  const names = new Map<string, string>();
  for (const { before, after } of matches) if (before) names.set(before.urn, after?.urn ?? before.urn);
  return [...names].every(([old, young]) => old === young) ? new Map() : names;
}

/** A resource of the old plan in the new one's words, so that a rename changes nothing that refers to it. */
export function withNewNames(resource: PlannedResource, names: NewNames): PlannedResource {
  if (names.size === 0) return resource;
  const nameOf = (urn: string) => names.get(urn) ?? urn;
  const { parent, dependencies, options } = resource;
  return {
    ...resource,
    ...(parent !== undefined && { parent: nameOf(parent) }),
    inputs: renameReferences(resource.inputs, names) as PlannedResource["inputs"],
    dependencies: dependencies.map(nameOf).sort(),
    options: {
      ...options,
      ...(options.provider !== undefined && { provider: nameOf(options.provider) }),
      ...(options.deletedWith !== undefined && { deletedWith: nameOf(options.deletedWith) }),
    },
  };
}
