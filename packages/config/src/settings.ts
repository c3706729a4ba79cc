import * as pulumi from "@pulumi/pulumi";
import { decode, withSections } from "./decoding.ts";
import { isSecret, type Schema } from "./introspection.ts";
import { command } from "./missing.ts";
import { type Mistake, unknownKey, validate } from "./mistakes.ts";
import { nearest } from "./nearest.ts";
import type { Place } from "./place.ts";

/** The settings of one namespace, as far as they can be read. */
export interface Settings {
  values: Map<string, unknown>;
  mistakes: Mistake[];
  /** The keys whose value has a mistake, or may be the one that a misspelt key was meant to set. */
  unreadable: Set<string>;
}

// Declared internal in the SDK, and the only way to see whether the file holds a value encrypted.
const { isConfigSecret } = pulumi.runtime as unknown as { isConfigSecret(key: string): boolean };

/**
 * Reads the settings of one namespace out of Pulumi's configuration.
 *
 * @param options.strict Whether keys that the shape does not have are mistakes.
 */
export function readSettings(
  place: Place,
  shape: Record<string, Schema>,
  given: Record<string, string>,
  options = { strict: false },
): Settings {
  const settings: Settings = { values: new Map(), mistakes: [], unreadable: new Set() };
  const texts = own(place.namespace, given);
  for (const [key, schema] of Object.entries(shape)) {
    const { value, mistakes } = read(place, key, schema, texts.get(key));
    settings.mistakes.push(...mistakes);
    if (mistakes.length > 0) settings.unreadable.add(key);
    else if (value !== undefined) settings.values.set(key, value);
  }
  for (const key of options.strict ? texts.keys() : []) {
    if (Object.hasOwn(shape, key)) continue;
    settings.mistakes.push({ path: [key], text: unknownKey(key, Object.keys(shape)) });
    const meant = nearest(key, Object.keys(shape));
    if (meant) settings.unreadable.add(meant);
  }
  return settings;
}

function own(namespace: string, given: Record<string, string>): Map<string, string> {
  const prefix = `${namespace}:`;
  const entries = Object.entries(given).filter(([name]) => name.startsWith(prefix));
  return new Map(entries.map(([name, text]) => [name.slice(prefix.length), text]));
}

function read(place: Place, key: string, schema: Schema, text: string | undefined) {
  const encrypted = isConfigSecret(`${place.namespace}:${key}`);
  if (text === undefined) return validate(place, key, schema, withSections(schema, undefined));
  if (isSecret(schema)) {
    if (encrypted) return validate(place, key, schema, pulumi.secret(text));
    return mistake(key, `is not encrypted. Run: ${command(place, [key], schema)}`);
  }
  if (encrypted) return mistake(key, "is encrypted, but the program needs to read it. Set it without --secret.");
  return validate(place, key, schema, withSections(schema, decode(schema, text)));
}

function mistake(key: string, text: string) {
  return { value: undefined, mistakes: [{ path: [key], text }] };
}
