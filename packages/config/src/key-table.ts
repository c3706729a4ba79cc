import type { ConfigSchema } from "./config-schema.ts";
import { defaultOf, description, isOmittable, walk } from "./introspection.ts";
import { expectation } from "./terms.ts";

/** One key of an environment file, for a table in the documentation. */
export interface KeyDescription {
  /** As people write it: `service.cpu`, `rules[].from`, `tags.<name>`. */
  key: string;
  /** What it accepts, in a few words. */
  type: string;
  /** Whether a file must have it. */
  required: boolean;
  /** The default as JSON. @default - there is none */
  default?: string;
  description: string;
}

/**
 * Every key of a schema in the order of its declaration, nested ones after the section they are in.
 *
 * @param schema What the file may say, from {@link defineConfig}.
 */
export function describeKeys(schema: ConfigSchema): KeyDescription[] {
  return walk(schema.shape).map(({ key, schema: setting }) => {
    const value = defaultOf(setting);
    return {
      key,
      type: expectation(setting),
      required: !isOmittable(setting),
      ...(value === undefined ? {} : { default: JSON.stringify(value) }),
      description: description(setting) ?? "",
    };
  });
}

/**
 * The keys without a description, which a test can hold against an empty list.
 *
 * @param schema What the file may say, from {@link defineConfig}.
 */
export function undocumentedKeys(schema: ConfigSchema): string[] {
  return walk(schema.shape).flatMap(({ key, schema: setting }) => (description(setting) ? [] : key));
}
