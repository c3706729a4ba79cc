import { z } from "zod";
import { child, isSecret, keys, type Schema } from "./introspection.ts";
import { missing } from "./missing.ts";
import { nearest } from "./nearest.ts";
import { type Path, type Place, valueAt } from "./place.ts";
import { wording } from "./wording.ts";

/** One mistake in an environment file. */
export interface Mistake {
  path: Path;
  /** What is wrong, with the value, and what to do. */
  text: string;
}

/** The value that the schema of a top-level setting makes of its input, or everything that is wrong with it. */
export function validate(place: Place, key: string, schema: Schema, input: unknown) {
  const result = z.core.safeParse(schema, input, { error: wording, jitless: true });
  if (result.success) return { value: result.data, mistakes: [] };
  const mistakes = result.error.issues.flatMap((issue) =>
    explain(place, { [key]: schema }, { [key]: input }, key, issue),
  );
  return { value: undefined, mistakes };
}

function explain(
  place: Place,
  shape: Record<string, Schema>,
  input: Record<string, unknown>,
  key: string,
  issue: z.core.$ZodIssue,
): Mistake[] {
  const path = [key, ...issue.path];
  const schema = at(shape, path);
  if (issue.code === "unrecognized_keys") {
    const known = schema ? Object.keys(keys(schema, valueAt(input, path))) : [];
    return issue.keys.map((unknown) => ({ path: [...path, unknown], text: unknownKey(unknown, known) }));
  }
  if (issue.code === "invalid_union" && "errors" in issue) {
    const nested = closestAlternative(issue.errors)?.map((inner) => ({
      ...inner,
      path: [...issue.path, ...inner.path],
    }));
    if (nested) return nested.flatMap((inner) => explain(place, shape, input, key, inner));
  }
  const checkable = issue.code !== "custom" || (schema !== undefined && isSecret(schema));
  const absent = checkable && !("options" in issue) && valueAt(input, path) === undefined;
  return [{ path, text: absent ? missing(place, path, schema) : issue.message }];
}

/** The issues of the only alternative whose type fits the value; nothing when several or none does. */
function closestAlternative(errors: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const refused = ["invalid_type", "invalid_value"];
  const fitting = errors.filter((issues) =>
    issues.every(({ code, path }) => path.length > 0 || !refused.includes(code)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function at(shape: Record<string, Schema>, path: Path): Schema | undefined {
  const [key, ...rest] = path;
  return rest.reduce<Schema | undefined>((schema, step) => schema && child(schema, step), shape[String(key)]);
}

/** What to say about a key that the schema does not have. */
export function unknownKey(key: string, known: readonly string[]): string {
  const close = nearest(key, known);
  if (close) return `is not a known key. Did you mean "${close}"?`;
  return known.length === 0 ? "is not a known key. Remove it." : `is not a known key. Use ${known.join(", ")}.`;
}

/** Puts mistakes into the order in which the schema declares their keys; keys it does not know come last. */
export function inSchemaOrder(shape: Record<string, Schema>, mistakes: readonly Mistake[]): Mistake[] {
  const ranked = mistakes.map((mistake) => ({ mistake, rank: ranks(shape, mistake.path) }));
  return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ mistake }) => mistake);
}

function ranks(shape: Record<string, Schema>, path: Path): number[] {
  let level: Record<string, Schema> = shape;
  return path.map((step, depth) => {
    const index = typeof step === "number" ? step : Object.keys(level).indexOf(String(step));
    const schema = at(shape, path.slice(0, depth + 1));
    level = schema ? keys(schema) : {};
    return index < 0 ? Number.MAX_SAFE_INTEGER : index;
  });
}

function compare(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((rank, index) => rank !== b[index]);
  return first < 0 ? a.length - b.length : (a[first] ?? 0) - (b[first] ?? -1);
}
