/** Property names and indexes that lead to a value. */
export type Place = (string | number)[];

/** One step of a path as text: `.name`, `["a name"]` or `[0]`. */
export function step(key: string | number): string {
  if (typeof key === "number") return `[${key}]`;
  return /^[\w$-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** A path as text, such as `tags.Name`. */
export function pathText(place: Place): string {
  return place.map(step).join("").replace(/^\./, "");
}

/** The steps of a path in the engine's notation, as `ignoreChanges` has it: `a.b`, `a["b.c"]`, `a[0]`, `a[*]`. */
export function placeOf(path: string): Place {
  return [...path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\[?(\*)\]?|([^.[\]]+)/g)].map(
    ([, index, quoted, star, name]) =>
      index !== undefined ? Number(index) : (quoted?.replace(/\\(.)/g, "$1") ?? star ?? name ?? ""),
  );
}

/** True where a path of the engine's notation is the place, or leads to something that holds it. */
export function covers(path: string, place: Place): boolean {
  const steps = placeOf(path);
  return steps.length <= place.length && steps.every((key, index) => key === "*" || key === place[index]);
}
