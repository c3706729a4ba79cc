import * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import type { AwsSettings } from "./aws-settings.ts";
import { isOpen, isSecret, walk } from "./introspection.ts";

/** The top-level settings of a project, each with its zod schema. */
export type Shape = Record<string, z.ZodType>;

/**
 * Reports a mistake that a check found.
 *
 * @param path The setting as it is written below the project's name, for example `service.memoryMiB`.
 * @param message What is wrong, with the value, and what to do: two sentences.
 */
export type Report = (path: string, message: string) => void;

/** A rule over several settings. It stops at the first setting it reads that has a mistake of its own. */
export type Check<S extends Shape> = (values: Values<S>, report: Report) => void;

/** What the environment files of one project may say. Made by {@link defineConfig}. */
export interface ConfigSchema<S extends Shape = Shape> {
  /** The name in `Pulumi.yaml`, which is the namespace of the settings. */
  readonly project: string;
  /** The top-level settings. */
  readonly shape: S;
  /** The rule over several settings. @default - no such rule */
  readonly check?: (values: never, report: Report) => void;
}

/** The values that {@link loadConfig} gives for a schema: `ConfigOf<typeof schema>`. */
export type ConfigOf<C> = C extends ConfigSchema<infer S> ? Values<S> : never;

type Values<S extends Shape> = z.output<z.ZodObject<S, z.core.$strict>> & AwsSettings & Environment;

interface Environment {
  /** The name of the environment, for names and tags. Nothing else may depend on it. */
  environment: string;
}

/**
 * Declares what the environment files of a project may say.
 *
 * A section (`z.strictObject`) that a file leaves out is read as an empty one, so that the defaults of its keys hold.
 *
 * @param project The name in `Pulumi.yaml`.
 * @param shape The top-level settings. Every key, nested ones too, needs `.describe()`; objects are `z.strictObject`,
 * because any other passes over a misspelt key.
 * @param options.check A rule over several settings. @default - no such rule
 */
export function defineConfig<S extends Shape>(
  project: string,
  shape: S,
  options: { check?: Check<S> } = {},
): ConfigSchema<S> {
  for (const key of ["region", "accountIds", "environment"]) {
    if (Object.hasOwn(shape, key))
      fail(project, `"${key}" is the name of a value that loadConfig adds. Rename the key.`);
  }
  for (const { key, depth, schema } of walk(shape)) {
    if (depth > 0 && isSecret(schema))
      fail(project, `"${key}" is a secret inside a section. Move it to the top level.`);
    if (isOpen(schema)) fail(project, `"${key}" passes over unknown keys. Use z.strictObject instead of z.object.`);
  }
  return { project, shape, ...options };
}

function fail(project: string, message: string): never {
  throw new pulumi.RunError(`Config "${project}": ${message}`);
}
