import { z } from "zod";
import { awsShape } from "./aws-settings.ts";
import type { ConfigSchema, Shape } from "./config-schema.ts";
import { description, isOmittable, isSecret, keys } from "./introspection.ts";

/** A JSON Schema document. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * The JSON Schema (draft 2020-12) of an environment file, for editors:
 * `# yaml-language-server: $schema=pulumi.schema.json` in the file's first line.
 *
 * It accepts what {@link loadConfig} accepts, but for the rules over several settings.
 *
 * @param schema What the file may say, from {@link defineConfig}.
 */
export function jsonSchema({ project, shape }: ConfigSchema): JsonSchema {
  const aws = settings("aws", awsShape);
  const own = settings(project, shape);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `An environment of ${project}`,
    type: "object",
    properties: {
      config: {
        type: "object",
        description: `The settings of ${project} that differ in this environment.`,
        properties: { ...aws.properties, ...own.properties },
        patternProperties: { [`^(?!${project}:)[^:]+:`]: {} },
        required: [...aws.required, ...own.required],
        additionalProperties: false,
      },
      encryptionsalt: { type: "string", description: "Written by Pulumi: the salt of the passphrase." },
      secretsprovider: { type: "string", description: "Written by Pulumi: the key service that encrypts secrets." },
      encryptedkey: { type: "string", description: "Written by Pulumi: the data key, encrypted." },
      environment: { description: "The Pulumi ESC environments that the file takes settings from." },
    },
    required: ["config"],
    additionalProperties: false,
  };
}

function settings(namespace: string, shape: Shape) {
  const { properties = {} } = z.toJSONSchema(z.strictObject(shape), {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema: json }) => {
      if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
      if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
      const sections = keys(zodSchema);
      const required = json.required?.filter((key) => !sections[key] || !isOmittable(sections[key]));
      if (required?.length === 0) delete json.required;
      else if (required) json.required = required;
    },
  });
  const named = Object.entries(shape).map(([key, schema]) => {
    const json = isSecret(schema) ? encrypted(description(schema)) : asWritten(properties[key] as JsonSchema);
    return [`${namespace}:${key}`, json] as const;
  });
  const required = Object.keys(shape).filter((key) => !isOmittable(shape[key] as z.ZodType));
  return { properties: Object.fromEntries(named), required: required.map((key) => `${namespace}:${key}`) };
}

function encrypted(text: string | undefined): JsonSchema {
  return {
    description: text,
    type: "object",
    properties: { secure: { type: "string", description: "Written by pulumi config set --secret." } },
    required: ["secure"],
    additionalProperties: false,
  };
}

/** `pulumi config set` writes numbers and booleans of the top level as text. */
function asWritten(json: JsonSchema): JsonSchema {
  if (json.type === "integer")
    return { ...json, type: ["integer", "string"], pattern: "^-?(0|[1-9][0-9]*)$" } as JsonSchema;
  if (json.type === "number") {
    return { ...json, type: ["number", "string"], pattern: "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$" } as JsonSchema;
  }
  if (json.type === "boolean") return { ...json, type: ["boolean", "string"], pattern: "^(true|false)$" } as JsonSchema;
  return json;
}
