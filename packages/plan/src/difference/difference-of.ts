import type { PlannedResource } from "../plan.ts";
import { compareValues } from "./compare-values.ts";
import type { ResourceDifference, ResourceDifferenceKind } from "./difference.ts";
import type { Match } from "./pairing.ts";
import { markChanges } from "./replacement.ts";

/** A difference before its surroundings are known; `same` where the resource itself does not differ. */
export type Draft = Omit<ResourceDifference, "kind"> & { kind: ResourceDifferenceKind | "same" };

/** What differs in one resource, looked at alone. */
export function differenceOf({ before, after }: Match): Draft {
  const subject = (after ?? before) as PlannedResource;
  const both = before !== undefined && after !== undefined;
  const inputs = both ? markChanges(compareValues(before.inputs, after.inputs), after) : [];
  const options = both ? compareValues(optionsOf(before, after), optionsOf(after, before)) : [];
  return {
    kind: before === undefined ? "created" : after === undefined ? "removed" : kindOf(inputs, options),
    urn: subject.urn,
    type: subject.type,
    name: subject.name,
    ...(subject.parent !== undefined && { parent: subject.parent }),
    ...(subject.component && { component: true as const }),
    path: [],
    inputs,
    options,
    dependencies: {
      added: both ? without(after.dependencies, before.dependencies) : [],
      removed: both ? without(before.dependencies, after.dependencies) : [],
    },
    follows: [],
  };
}

function kindOf(inputs: ResourceDifference["inputs"], options: ResourceDifference["options"]): Draft["kind"] {
  if (inputs.some(({ replaces }) => replaces)) return "replaced";
  if (options.length > 0 || inputs.some(({ ignored }) => !ignored)) return "changed";
  return inputs.length > 0 ? "ignored" : "same";
}

/** The options and what else the engine treats like one. An alias that just did its work is none. */
function optionsOf(resource: PlannedResource, other: PlannedResource): Record<string, unknown> {
  const { aliases, ...options } = resource.options;
  const { parent, type, component } = resource;
  const renamed = resource.urn !== other.urn;
  return { ...options, parent, type, component, ...(!renamed && { aliases }) };
}

function without(items: string[], others: string[]): string[] {
  return items.filter((item) => !others.includes(item));
}
