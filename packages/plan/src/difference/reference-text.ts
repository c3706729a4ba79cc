/** A resource that a reference names: where its URN's tail stands in the reference's text, and what follows it. */
export interface NamedResource {
  urn: string;
  start: number;
  /** The property, such as `id`; empty where the resource itself is meant. */
  property: string;
}

/**
 * Applies a function to what stands between `${` and `}` of each reference in a string of a plan.
 *
 * A literal dollar before `{` is doubled in a plan, so a reference follows an odd number of dollars.
 */
export function mapReferences(text: string, map: (reference: string) => string): string {
  if (!text.includes("${")) return text;
  let mapped = "";
  let position = 0;
  for (const match of text.matchAll(/(\$+)\{/g)) {
    const start = match.index + match[0].length;
    if ((match[1] ?? "").length % 2 === 0 || match.index < position) continue;
    const end = closing(text, start);
    mapped += text.slice(position, start) + map(text.slice(start, end));
    position = end;
  }
  return mapped + text.slice(position);
}

/** Index of the `}` that ends the reference: the arguments of a look-up can hold braces of their own. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    if (text[index] === "{") depth++;
    if (text[index] === "}" && depth-- === 0) return index;
  }
  return text.length;
}

/** Applies a function to every string in a value. */
export function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === "string") return map(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapStrings(inner, map)]));
}

/** Every reference in a value, as the text between `${` and `}`, in order and without repetition. */
export function referencesIn(value: unknown): string[] {
  const found = new Set<string>();
  const note = (reference: string) => {
    found.add(reference);
    return reference;
  };
  mapStrings(value, (text) => mapReferences(text, note));
  return [...found];
}

/**
 * The resources that a reference names: one as a rule, several in what a function computed out of them.
 *
 * Names may hold dots, so only the URNs that the plan has can tell where a name ends; the longest one wins.
 */
export function resourcesIn(reference: string, known: { has(urn: string): boolean }): NamedResource[] {
  const named: NamedResource[] = [];
  let position = 0;
  for (const { index } of reference.matchAll(/(?<=^|[\s("'{,=])[^\s("'{,=]/g)) {
    if (index < position) continue;
    const ends = [...reference.slice(index).matchAll(/[.[,)\s"'}]|$/g)].map((match) => index + match.index);
    const end = ends.reverse().find((candidate) => known.has(reference.slice(index, candidate)));
    if (end === undefined) continue;
    named.push({ urn: reference.slice(index, end), start: index, property: propertyAt(reference, end) });
    position = end;
  }
  return named;
}

function propertyAt(reference: string, end: number): string {
  return /^\.([A-Za-z0-9_]+)/.exec(reference.slice(end))?.[1] ?? "";
}

/** The value with the URNs in its references renamed: it then differs from another only where it means something else. */
export function renameReferences(value: unknown, names: ReadonlyMap<string, string>): unknown {
  const rename = (reference: string) => {
    let renamed = "";
    let position = 0;
    for (const { urn, start } of resourcesIn(reference, names)) {
      renamed += reference.slice(position, start) + names.get(urn);
      position = start + urn.length;
    }
    return renamed + reference.slice(position);
  };
  return mapStrings(value, (text) => mapReferences(text, rename));
}
