import { alternatives, definition, type Schema } from "./introspection.ts";

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * The value that a text of Pulumi's configuration stands for. Pulumi gives numbers and booleans as their text and
 * structures as JSON; the schema decides. A text that does not fit stays a text, which the schema then refuses.
 */
export function decode(schema: Schema, text: string): unknown {
  const types = scalarTypes(schema);
  if (types.has("number") && NUMBER.test(text)) return Number(text);
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  return structure(text) ?? text;
}

function scalarTypes(schema: Schema): Set<string> {
  return new Set(
    alternatives(schema).flatMap((option) => {
      const def = definition(option);
      if (def.type === "literal") return def.values.map((value) => typeof value);
      if (def.type === "enum") return Object.values(def.entries).map((value) => typeof value);
      return [def.type];
    }),
  );
}

function structure(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value with an empty section for each required one that is missing, so that the defaults in it hold. */
export function withSections(schema: Schema, value: unknown): unknown {
  const def = definition(schema);
  if (def.type === "array" && Array.isArray(value)) return value.map((item) => withSections(def.element, item));
  if (def.type === "record" && isMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withSections(def.valueType, item)]));
  }
  if (def.type !== "object") return value;
  const section = value === undefined && schema._zod.optin === undefined ? {} : value;
  if (!isMap(section)) return value;
  const filled = Object.entries(def.shape).map(([key, inner]) => [
    key,
    withSections(inner, Object.hasOwn(section, key) ? section[key] : undefined),
  ]);
  return { ...section, ...Object.fromEntries(filled.filter(([, item]) => item !== undefined)) };
}

/** Whether the value is what YAML calls a map. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
