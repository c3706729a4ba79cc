import type { PlannedResource } from "../plan.ts";

/**
 * The URNs (tails) that a resource had before, as its aliases say: its own, and those that it inherits where a component
 * around it was renamed. The engine's rules: a child whose name begins with its parent's takes the old name's beginning.
 */
export function oldUrns(resource: PlannedResource, byUrn: ReadonlyMap<string, PlannedResource>): string[] {
  const found = new Set<string>();
  for (const alias of [SELF, ...(resource.options.aliases ?? [])]) {
    for (const urn of urnsOf(alias, resource, byUrn)) found.add(urn);
  }
  found.delete(resource.urn);
  return [...found].sort();
}

/** An alias without a difference: the resource itself, under each of its parent's names. */
const SELF = "";

function urnsOf(alias: string, resource: PlannedResource, byUrn: ReadonlyMap<string, PlannedResource>): string[] {
  const { name = resource.name, type = resource.type, parent, top, urn } = parseAlias(alias);
  if (urn !== undefined) return [urn];
  const parentUrn = top ? undefined : (parent ?? resource.parent);
  if (parentUrn === undefined) return [`${type}::${name}`];
  const holder = byUrn.get(parentUrn);
  const under = (chain: string, childName: string) => `${typeChain(chain)}$${type}::${childName}`;
  const inherited = holder === undefined ? [] : oldUrns(holder, byUrn);
  return [
    under(parentUrn, name),
    ...inherited.map((old) => under(old, renamedWithParent(name, holder?.name ?? "", nameOf(old)))),
  ];
}

function renamedWithParent(name: string, parent: string, oldParent: string): string {
  return parent !== "" && name.startsWith(parent) ? oldParent + name.slice(parent.length) : name;
}

interface Alias {
  urn?: string;
  name?: string;
  type?: string;
  parent?: string;
  /** True where the old resource stood below the stack itself. */
  top?: boolean;
}

/** Reads an alias of a plan: a URN's tail, or what differs, such as `name old, parent acme:a:B::c`. */
function parseAlias(text: string): Alias {
  if (text.includes("::") && !/(^|, )(name|type|project|stack|parent) /.test(text)) return { urn: text };
  const alias: Alias = {};
  for (const part of text.split(/, (?=(?:name|type|project|stack|parent) |no parent$)/)) {
    const [, key, value] = /^(name|type|parent) (.+)$/.exec(part) ?? [];
    if (part === "no parent") alias.top = true;
    else if (key !== undefined) alias[key as "name" | "type" | "parent"] = value;
  }
  return alias;
}

function typeChain(urn: string): string {
  return urn.slice(0, urn.indexOf("::"));
}

function nameOf(urn: string): string {
  return urn.slice(urn.indexOf("::") + 2);
}
