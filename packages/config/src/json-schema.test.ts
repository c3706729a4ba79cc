import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineConfig, jsonSchema, secret } from "./index.ts";

const schema = defineConfig("app", {
  service: z
    .strictObject({
      cpu: z.int().min(256).default(256).describe("CPU units."),
      log: z.strictObject({ days: z.int().default(30).describe("Days.") }).describe("Logs."),
    })
    .describe("The service."),
  image: z.strictObject({ digest: z.string().describe("The digest.") }).describe("The image."),
  count: z.int().default(1).describe("Tasks."),
  share: z.number().optional().describe("A share."),
  debug: z.boolean().default(false).describe("Says more."),
  apiKey: secret("The shared key.").optional(),
});

describe("jsonSchema", () => {
  const { properties, required, additionalProperties } = jsonSchema(schema) as {
    properties: Record<string, { properties: Record<string, unknown> }>;
    required: string[];
    additionalProperties: boolean;
  };

  it("knows the settings and what Pulumi itself writes beside them, nothing else", () => {
    expect(Object.keys(properties)).toEqual([
      "config",
      "encryptionsalt",
      "secretsprovider",
      "encryptedkey",
      "environment",
    ]);
    expect({ required, additionalProperties }).toEqual({ required: ["config"], additionalProperties: false });
  });

  it("demands what has no default and refuses unknown settings of the project", () => {
    expect(properties.config).toMatchObject({
      required: ["aws:region", "aws:allowedAccountIds", "app:image"],
      patternProperties: { "^(?!app:)[^:]+:": {} },
      additionalProperties: false,
    });
  });

  it("gives types, limits, defaults and descriptions; top-level scalars may be text", () => {
    const { "aws:region": _, "aws:allowedAccountIds": __, ...own } = properties.config?.properties ?? {};
    expect(own).toEqual({
      "app:service": {
        description: "The service.",
        type: "object",
        properties: {
          cpu: { description: "CPU units.", type: "integer", minimum: 256, default: 256 },
          log: {
            description: "Logs.",
            type: "object",
            properties: { days: { description: "Days.", type: "integer", default: 30 } },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
      "app:image": {
        description: "The image.",
        type: "object",
        properties: { digest: { description: "The digest.", type: "string" } },
        required: ["digest"],
        additionalProperties: false,
      },
      "app:count": {
        description: "Tasks.",
        type: ["integer", "string"],
        pattern: "^-?(0|[1-9][0-9]*)$",
        default: 1,
      },
      "app:share": {
        description: "A share.",
        type: ["number", "string"],
        pattern: "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$",
      },
      "app:debug": {
        description: "Says more.",
        type: ["boolean", "string"],
        pattern: "^(true|false)$",
        default: false,
      },
      "app:apiKey": {
        description: "The shared key.",
        type: "object",
        properties: { secure: { type: "string", description: "Written by pulumi config set --secret." } },
        required: ["secure"],
        additionalProperties: false,
      },
    });
  });
});
