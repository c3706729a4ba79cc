import { alternatives, definition, isSecret, keys, type Schema } from "./introspection.ts";

const TYPES: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a map",
  record: "a map",
  null: "null",
};

/** The name of a zod type in the words of somebody who writes YAML. */
export function typeName(type: string): string {
  return TYPES[type] ?? `of the type ${type}`;
}

/** What a schema accepts, in a few words: `a whole number`, `"rolling" or "canary"`, `a list`. */
export function expectation(schema: Schema): string {
  if (isSecret(schema)) return "a secret";
  return or([...new Set(alternatives(schema).map(single))]);
}

function single(schema: Schema): string {
  const def = definition(schema);
  if (def.type === "enum") return or(Object.values(def.entries).map(show));
  if (def.type === "literal") return or(def.values.map(show));
  if (def.type === "object") return mapOf(schema);
  if (def.type === "number" && isWhole(def)) return "a whole number";
  return typeName(def.type);
}

function isWhole(def: object): boolean {
  const checks = "checks" in def && Array.isArray(def.checks) ? def.checks : [];
  const formats = [def, ...checks.map((check) => check._zod.def)].map((each) => each.format);
  return formats.some((format) => typeof format === "string" && /int/.test(format));
}

/** `a map with the keys a and b`. */
export function mapOf(schema: Schema): string {
  const names = Object.keys(keys(schema));
  if (names.length === 0) return "a map";
  return `a map with the key${names.length === 1 ? "" : "s"} ${names.join(", ")}`;
}

/** A value as it is shown in a message: short, text in quotes. */
export function show(value: unknown): string {
  const text = typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? "nothing");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** `a, b or c`. */
export function or(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
