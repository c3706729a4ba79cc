import type { ValueChange } from "./difference.ts";
import { documentIn } from "./json-document.ts";
import { align, canonical, type Pair } from "./list-alignment.ts";
import { type Place, pathText, step } from "./value-path.ts";

/** A place in both values: as a reader calls it and as a program finds it. */
interface Where {
  path: string;
  at: Place;
}

type Fields = Record<string, unknown>;

/**
 * Every place where two values differ, deepest first named: `tags.Name`, `egress[0].cidrBlocks[1]`. JSON documents in
 * strings are compared as documents, lists of named things by name. Empty exactly when the two are equal as JSON; the
 * order of an object's keys does not count.
 */
export function compareValues(before: Fields, after: Fields): ValueChange[] {
  return compareFields(before, after, { path: "", at: [] });
}

function compare(before: unknown, after: unknown, where: Where): ValueChange[] {
  if (before === after || canonical(before) === canonical(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, where);
  if (isFields(before) && isFields(after)) return compareFields(before, after, where);
  const [old, young] = [documentIn(before), documentIn(after)];
  if (old === undefined || young === undefined) return [{ ...where, before, after }];
  const changes = compare(old, young, where);
  return changes.length > 0 ? changes : [{ ...where, before, after, only: "notation" }];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function compareFields(before: Fields, after: Fields, { path, at }: Where): ValueChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => {
    const inner = { path: at.length === 0 ? pathText([key]) : path + step(key), at: [...at, key] };
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    const young = Object.hasOwn(after, key) ? after[key] : undefined;
    return oneSided(old, young, inner) ?? compare(old, young, inner);
  });
}

/** The change where at most one side has a value. A plan is JSON, so `undefined` is in neither. */
function oneSided(before: unknown, after: unknown, where: Where): ValueChange[] | undefined {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ ...where, after }];
  if (after === undefined) return [{ ...where, before }];
  return undefined;
}

function compareLists(before: unknown[], after: unknown[], where: Where): ValueChange[] {
  const pairs = align(before, after);
  const changes = pairs.flatMap((pair) => compareElements(pair, before, after, where));
  return reordered(pairs) ? [...changes, { ...where, before, after, only: "order" }] : changes;
}

function compareElements(pair: Pair, before: unknown[], after: unknown[], { path, at }: Where): ValueChange[] {
  const index = pair.after ?? pair.before ?? 0;
  const inner = { path: `${path}[${pair.name ?? index}]`, at: [...at, index] };
  const old = pair.before === undefined ? undefined : before[pair.before];
  const young = pair.after === undefined ? undefined : after[pair.after];
  return oneSided(old, young, inner) ?? compare(old, young, inner);
}

/** True where elements that both lists have stand in another order. */
function reordered(pairs: Pair[]): boolean {
  const kept = pairs.filter((pair) => pair.before !== undefined && pair.after !== undefined);
  return kept.some((pair, index) => (pair.before ?? 0) < (kept[index - 1]?.before ?? 0));
}
