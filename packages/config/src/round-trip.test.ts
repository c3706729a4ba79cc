import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineConfig, jsonSchema, relaxation } from "./index.ts";
import { aws, load, mistakes } from "./test-environment.ts";

const schema = defineConfig("app", {
  name: z.string(),
  count: z.int(),
  share: z.number(),
  enabled: z.boolean(),
  mode: z.enum(["rolling", "true", "1"]),
  size: z.union([z.int(), z.enum(["auto"])]).optional(),
  service: z.strictObject({ cpu: z.int().min(1), zones: z.array(z.string()), debug: z.boolean().optional() }),
  rules: z.array(z.strictObject({ from: z.string(), port: z.int() })),
  tags: z.record(z.string(), z.string()),
  plainHttp: relaxation("Serves without TLS."),
});

const text = fc.string({ unit: "grapheme" });
const plainText = text.filter((value) => !/^\s*[[{]/.test(value));
// Pulumi writes a long fraction or a huge number with an exponent, which no setting needs.
const share = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 1000);

const values = fc.record(
  {
    name: plainText,
    count: fc.maxSafeInteger(),
    share: share.map((value) => value + 0),
    enabled: fc.boolean(),
    mode: fc.constantFrom("rolling", "true", "1"),
    size: fc.oneof(fc.integer(), fc.constant("auto")),
    service: fc.record(
      { cpu: fc.integer({ min: 1 }), zones: fc.array(text), debug: fc.boolean() },
      { requiredKeys: ["cpu", "zones"] },
    ),
    rules: fc.array(fc.record({ from: text, port: fc.integer() })),
    tags: fc.dictionary(
      fc.string().filter((key) => key !== "__proto__"),
      text,
    ),
    plainHttp: fc.record({ reason: fc.constantFrom("no domain yet", "a test") }),
  },
  { requiredKeys: ["name", "count", "share", "enabled", "mode", "service", "rules", "tags"], noNullPrototype: true },
);

const inFile = (settings: object) => Object.entries(settings).map(([key, value]) => [`app:${key}`, value]);

describe("any valid file", () => {
  it("comes through Pulumi's encoding as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(values, async (settings) => {
        const config = { ...aws, ...Object.fromEntries(inFile(settings)) };
        const added = { region: "us-east-1", accountIds: ["123456789012"], environment: "prod" };
        expect(await load(schema, { config })).toEqual({ ...settings, ...added });
      }),
    );
  });

  it("is valid for an editor too", async () => {
    const editor = z.fromJSONSchema(jsonSchema(schema) as Parameters<typeof z.fromJSONSchema>[0]);
    await fc.assert(
      fc.asyncProperty(values, async (settings) => {
        const config = { ...aws, ...Object.fromEntries(inFile(settings)) };
        expect(editor.safeParse({ config, encryptionsalt: "v1:" }).error).toBe(undefined);
      }),
    );
  });

  it("is refused with one line for each unknown key that is added", async () => {
    await fc.assert(
      fc.asyncProperty(values, fc.uniqueArray(fc.stringMatching(/^[xyz]{4,9}$/)), async (settings, unknown) => {
        const extra = Object.fromEntries(unknown.map((key) => [`app:${key}`, "1"]));
        const config = { ...aws, ...Object.fromEntries(inFile(settings)), ...extra };
        expect(await mistakes(schema, { config })).toHaveLength(unknown.length);
      }),
    );
  });
});
