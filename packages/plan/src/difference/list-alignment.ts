/** Elements of two lists that belong together. One side is absent where an element is only on the other. */
export interface Pair {
  /** The name that both have, where the lists are of named things. */
  name?: string;
  before?: number;
  after?: number;
}

const NAMES = ["name", "Name", "Sid", "sid", "key", "Key", "id", "Id", "ID"];

/** Pairs of two lists: by the name of their elements where all have one, and by what is equal otherwise. */
export function align(before: unknown[], after: unknown[]): Pair[] {
  const property = NAMES.find((name) => isNaming(name, before) && isNaming(name, after));
  return property === undefined ? alignByValue(before, after) : alignByName(property, before, after);
}

/** True where each element has a text of its own under a property. */
function isNaming(property: string, list: unknown[]): boolean {
  const names = list.map((item) => nameOf(property, item));
  return names.every((name) => name !== undefined && name !== "") && new Set(names).size === list.length;
}

function nameOf(property: string, item: unknown): string | undefined {
  if (typeof item !== "object" || item === null || !Object.hasOwn(item, property)) return undefined;
  const name = (item as Record<string, unknown>)[property];
  return typeof name === "string" ? name : undefined;
}

/** In the order of `after`; what only `before` has comes last. */
function alignByName(property: string, before: unknown[], after: unknown[]): Pair[] {
  const indexes = new Map(before.map((item, index) => [nameOf(property, item), index]));
  const pairs: Pair[] = after.map((item, index) => {
    const name = nameOf(property, item);
    return { name, before: indexes.get(name), after: index };
  });
  const kept = new Set(pairs.map((pair) => pair.before));
  for (const [index, item] of before.entries())
    if (!kept.has(index)) pairs.push({ name: nameOf(property, item), before: index });
  return pairs;
}

/** Equal elements, as many as keep their order, hold the lists together; what lies between them is paired in turn. */
function alignByValue(before: unknown[], after: unknown[]): Pair[] {
  const pairs: Pair[] = [];
  let [left, right] = [0, 0];
  const anchors = commonElements(before.map(canonical), after.map(canonical));
  for (const [nextLeft, nextRight] of [...anchors, [before.length, after.length] as const]) {
    while (left < nextLeft || right < nextRight)
      pairs.push({
        ...(left < nextLeft && { before: left++ }),
        ...(right < nextRight && { after: right++ }),
      });
    if (left < before.length && right < after.length) pairs.push({ before: left++, after: right++ });
  }
  return pairs;
}

/** The longest common subsequence, as pairs of indexes. */
function commonElements(before: string[], after: string[]): [number, number][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  const at = (left: number, right: number) => lengths[left]?.[right] ?? 0;
  for (let left = before.length - 1; left >= 0; left--)
    for (let right = after.length - 1; right >= 0; right--)
      (lengths[left] as Uint32Array)[right] =
        before[left] === after[right]
          ? at(left + 1, right + 1) + 1
          : Math.max(at(left + 1, right), at(left, right + 1));
  const common: [number, number][] = [];
  let [left, right] = [0, 0];
  while (left < before.length && right < after.length) {
    if (before[left] === after[right]) common.push([left++, right++]);
    else if (at(left + 1, right) >= at(left, right + 1)) left++;
    else right++;
  }
  return common;
}

/** A value as text that is equal for equal values, whatever the order of their keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
