import type { PlannedResource } from "../plan.ts";
import type { ValueChange } from "./difference.ts";
import type { Draft } from "./difference-of.ts";
import { type NamedResource, referencesIn, resourcesIn } from "./reference-text.ts";
import table from "./replacing-properties.json" with { type: "json" };
import { covers } from "./value-path.ts";

/** Properties that outlive a replacement, because they do not name the one instance that goes. */
const STABLE = new Set(["arnWithoutRevision", "urn"]);

const replacing = table.replacing as Record<string, string[] | undefined>;
const keptWhenUnset = table.keptWhenUnset as Record<string, string[] | undefined>;
const unknown = table.unknown as Record<string, string[] | undefined>;

/** Marks the changes that `ignoreChanges` covers, and those that force a replacement. */
export function markChanges(changes: ValueChange[], resource: PlannedResource): ValueChange[] {
  const { ignoreChanges = [], replaceOnChanges = [] } = resource.options;
  return changes.map((change) => {
    if (ignoreChanges.some((path) => covers(path, change.at))) return { ...change, ignored: true as const };
    const forced =
      replaceOnChanges.some((path) => covers(path, change.at)) ||
      (!resource.component && forces(resource.type, change));
    if (forced) return { ...change, replaces: true as const };
    return !resource.component && mayForce(resource.type, change) ? { ...change, mayReplace: true as const } : change;
  });
}

/**
 * True where AWS cannot change the property, so that the provider makes a new resource.
 *
 * Any resource moves to another Region by replacement, since the provider's version 6: docs of `region`,
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support.
 */
function forces(type: string, change: ValueChange): boolean {
  const names = namesOf(change);
  const [property = ""] = names;
  if (names.length === 1 && property === "region") return type.startsWith("aws:");
  const unset = change.after === undefined && names.length === 1;
  return !(unset && keptWhenUnset[type]?.includes(property)) && touches(replacing[type] ?? [], change);
}

/** True where the table does not say: the type, or the property, is newer than its source. */
function mayForce(type: string, change: ValueChange): boolean {
  return type.startsWith("aws:") && (replacing[type] === undefined || touches(unknown[type] ?? [], change));
}

function namesOf({ at }: ValueChange): string[] {
  return at.filter((key) => typeof key === "string");
}

/** True where one of the properties changes: it holds the change, or the change brings or takes it. */
function touches(properties: string[], change: ValueChange): boolean {
  const names = namesOf(change);
  return properties.some((property) => {
    const steps = property.split(".");
    const common = Math.min(steps.length, names.length);
    if (!steps.slice(0, common).every((step, index) => step === names[index])) return false;
    const deeper = steps.slice(common);
    return deeper.length === 0 || has(change.before, deeper) || has(change.after, deeper);
  });
}

/** True where a value has the property, in any element of a list. */
function has(value: unknown, [name, ...rest]: string[]): boolean {
  if (name === undefined) return value !== undefined;
  if (Array.isArray(value)) return value.some((item) => has(item, [name, ...rest]));
  return (
    typeof value === "object" && value !== null && Object.hasOwn(value, name) && has((value as Fields)[name], rest)
  );
}

type Fields = Record<string, unknown>;

/**
 * Follows replacements: what refers to a replaced resource changes too, and where the referring property cannot change,
 * is replaced in turn. Resources that stay on both sides come with a difference, an empty one as the case may be.
 */
export function cascade(differences: Draft[], resources: PlannedResource[]): void {
  const known = new Set(resources.map(({ urn }) => urn));
  const byUrn = new Map(differences.map((difference) => [difference.urn, difference]));
  const referrers = new Map<string, [Draft, ValueChange][]>();
  for (const resource of resources) {
    const difference = byUrn.get(resource.urn);
    if (difference === undefined || difference.kind === "created" || resource.component) continue;
    for (const [target, place] of referencesOf(resource, known))
      referrers.set(target, [...(referrers.get(target) ?? []), [difference, place]]);
  }
  const replaced = differences.filter(({ kind }) => kind === "replaced");
  for (const { urn } of replaced) {
    for (const [difference, { replaces }] of referrers.get(urn) ?? []) {
      if (!difference.follows.includes(urn)) difference.follows.push(urn);
      if (!replaces || difference.kind === "replaced") continue;
      difference.kind = "replaced";
      replaced.push(difference);
    }
  }
  for (const { follows } of differences) follows.sort();
}

/** The resources that the inputs refer to, each with the place, marked as a change of it would be. */
function referencesOf(resource: PlannedResource, known: Set<string>): [string, ValueChange][] {
  return Object.entries(resource.inputs).flatMap(([property, value]) =>
    placesOf(value, [property]).flatMap(([at, text]) => {
      const [change] = markChanges([{ path: "", at, before: text, after: text }], resource);
      if (change === undefined || change.ignored) return [];
      const named = referencesIn(text).flatMap((reference) => resourcesIn(reference, known));
      return named.filter(changesWithInstance).map(({ urn }): [string, ValueChange] => [urn, change]);
    }),
  );
}

function changesWithInstance({ property }: NamedResource): boolean {
  return !STABLE.has(property);
}

/** Every string in a value that holds a reference, with the way to it. */
function placesOf(value: unknown, at: (string | number)[]): [(string | number)[], string][] {
  if (typeof value === "string") return value.includes("${") ? [[at, value]] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOf(item, [...at, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...at, key]));
}
