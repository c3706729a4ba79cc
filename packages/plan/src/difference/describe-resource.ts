import { describeChange, describeOption } from "./describe-change.ts";
import type { ResourceDifference, ResourceDifferenceKind } from "./difference.ts";
import type { Colors } from "./words.ts";
import { shortUrn, typeName } from "./words.ts";

/** The kinds in the order of what a reviewer must not miss, with their marks and colours. */
const KINDS: Record<ResourceDifferenceKind, { mark: string; color: "red" | "green" | "yellow" | "magenta" | "dim" }> = {
  replaced: { mark: "±", color: "magenta" },
  removed: { mark: "-", color: "red" },
  changed: { mark: "~", color: "yellow" },
  created: { mark: "+", color: "green" },
  renamed: { mark: "→", color: "dim" },
  reordered: { mark: "~", color: "dim" },
  ignored: { mark: "·", color: "dim" },
};
const ORDER = Object.keys(KINDS) as ResourceDifferenceKind[];

/** What a reader sees: no component that comes or goes with its resources, no resource renamed only with its parent. */
export function shown(resources: ResourceDifference[]): ResourceDifference[] {
  const parents = new Set(resources.map(({ parent }) => parent));
  const renamed = new Set(resources.filter(({ renamedFrom }) => renamedFrom !== undefined).map(({ urn }) => urn));
  return resources
    .filter(({ kind, component, urn, parent, inputs }) => {
      if (kind === "created" || kind === "removed") return !component || !parents.has(urn);
      return kind !== "renamed" || inputs.length > 0 || !renamed.has(parent ?? "");
    })
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.urn < b.urn ? -1 : 1));
}

/** How many resources there are of each kind. */
export function kindCounts(resources: ResourceDifference[]): Map<ResourceDifferenceKind, number> {
  return new Map(ORDER.map((kind) => [kind, resources.filter((resource) => resource.kind === kind).length]));
}

/** The counts in words, such as `3 created, 1 removed`; empty where all are zero. */
export function countsText(counts: ReadonlyMap<ResourceDifferenceKind, number>): string {
  const kinds: ResourceDifferenceKind[] = [
    "created",
    "removed",
    "changed",
    "replaced",
    "renamed",
    "reordered",
    "ignored",
  ];
  return kinds.flatMap((kind) => (counts.get(kind) ? [`${counts.get(kind)} ${kind}`] : [])).join(", ");
}

/** The lines for one resource that differs. */
export function describeResource(difference: ResourceDifference, colors: Colors): string[] {
  const { mark, color } = KINDS[difference.kind];
  return [
    `  ${colors[color](mark)} ${label(difference)}${headNotes(difference, colors)}`,
    ...warnings(difference).map((warning) => `      ${colors.bold(colors.red(`! ${warning}`))}`),
    ...difference.inputs.flatMap((change) => describeChange(change, colors)).map((line) => `      ${line}`),
    ...difference.options.flatMap((change) => describeOption(change, colors)).map((line) => `      ${line}`),
    ...difference.dependencies.added.map((urn) => `      ${colors.green("+")} waits for ${shortUrn(urn)}`),
    ...difference.dependencies.removed.map((urn) => `      ${colors.red("-")} waits for ${shortUrn(urn)}`),
  ];
}

/** `api/web › lb.TargetGroup api`: the components around it, then type and name. */
function label({ path, type, name }: ResourceDifference): string {
  const own = `${typeName(type)} ${name}`;
  return path.length === 0 ? own : `${path.join("/")} › ${own}`;
}

function headNotes({ kind, follows, inputs, renamedFrom, deletedFirst }: ResourceDifference, colors: Colors): string {
  const causes = follows.map(shortUrn).join(", ");
  const forcing = [...new Set(inputs.filter(({ replaces }) => replaces).map(({ at }) => String(at[0])))];
  const notes = [
    ...(forcing.length > 0 ? [`${forcing.join(", ")} cannot change in place`] : []),
    ...(kind === "replaced" && deletedFirst ? ["the old one is deleted first"] : []),
    ...(causes !== "" && kind === "replaced" && forcing.length === 0 ? [`because ${causes} is replaced`] : []),
    ...(causes !== "" && (kind !== "replaced" || forcing.length > 0) ? [`refers to ${causes}, which is replaced`] : []),
    ...(renamedFrom === undefined ? [] : [`was ${shortUrn(renamedFrom)}`]),
  ];
  return notes.length === 0 ? "" : colors.dim(` (${notes.join("; ")})`);
}

function warnings({ kind, holds, refused, retained }: ResourceDifference): string[] {
  const loss = kind === "replaced" ? "does not move to the new one" : "is lost";
  return [
    ...(refused ? ["protected: up will refuse"] : []),
    ...(holds === undefined ? [] : [`holds data (${holds}), which ${loss}`]),
    ...(retained ? ["stays in AWS: retainOnDelete"] : []),
  ];
}
