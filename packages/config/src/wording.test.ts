import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineConfig, relaxation } from "./index.ts";
import { aws, mistakes } from "./test-environment.ts";

const store = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("efs"), gib: z.number() }),
  z.strictObject({ type: z.literal("fsx"), tier: z.string() }),
]);

const cases: [what: string, schema: z.ZodType, value: unknown, path: string, text: string][] = [
  ["a text for a number", z.number(), "many", "", '"many" is not a number. Use a number.'],
  [
    "a number in quotes",
    z.strictObject({ cpu: z.int() }),
    { cpu: "512" },
    ".cpu",
    '"512" is text, not a whole number. Write it without quotes.',
  ],
  [
    "a boolean in quotes",
    z.strictObject({ on: z.boolean() }),
    { on: "true" },
    ".on",
    '"true" is text, not true or false. Write it without quotes.',
  ],
  ["a fraction for a whole number", z.int(), 1.5, "", "1.5 is not a whole number. Use a whole number."],
  ["a word for a boolean", z.boolean(), "yes", "", '"yes" is neither true nor false. Use one of them.'],
  ["a number for text", z.array(z.string()), [12], "[0]", "12 is not text. Write it in quotes."],
  ["a map for text", z.string(), { name: "x" }, "", '{"name":"x"} is not text. Use text.'],
  [
    "a text for a map",
    z.strictObject({ a: z.int().default(1) }),
    "x",
    "",
    '"x" is not a map. Use a map with the key a.',
  ],
  ["a list for a map of names", z.record(z.string(), z.string()), ["x"], "", '["x"] is not a map. Use a map.'],
  ["no value", z.int(), "", "", "has no value. Give it one, or remove the key."],
  ["null", z.strictObject({ a: z.string() }), { a: null }, ".a", "has no value. Give it one, or remove the key."],
  ["a value that is never allowed", z.never(), "x", "", "is not allowed here. Remove it."],
  [
    "a value outside an enumeration",
    z.enum(["rolling", "canary", "linear"]),
    "fast",
    "",
    '"fast" is not allowed. Use "rolling", "canary" or "linear".',
  ],
  ["a value outside a set of numbers", z.literal([1, 2]), "3", "", "3 is not allowed. Use 1 or 2."],
  ["a number below its range", z.int().min(1).max(10), 0, "", "0 is less than 1. Use 1–10."],
  ["a number below its limit", z.int().min(1), 0, "", "0 is less than 1. Use at least 1."],
  ["a number above its limit", z.number().max(1.5), 2, "", "2 is more than 1.5. Use at most 1.5."],
  ["a number on an open limit", z.number().gt(0), 0, "", "0 is not more than 0. Use a value that is more than 0."],
  [
    "a number on an open upper limit",
    z.number().lt(9),
    9,
    "",
    "9 is not less than 9. Use a value that is less than 9.",
  ],
  ["a number off the grid", z.int().multipleOf(256), 513, "", "513 is not a multiple of 256. Use 512 or 768."],
  ["an empty text", z.string().min(1), "", "", '"" is empty. Give at least 1 character.'],
  ["a short text", z.string().min(3), "a", "", '"a" has 1 character, fewer than 3. Give at least 3.'],
  ["a long text", z.string().max(3), "files", "", '"files" has 5 characters, more than 3. Give at most 3.'],
  [
    "a text of the wrong length",
    z.string().length(2),
    "abc",
    "",
    '"abc" has 3 characters, more than 2. Give exactly 2.',
  ],
  ["an empty list", z.array(z.string()).min(2), [], "", "[] is empty. Give at least 2 entries."],
  ["a short list", z.array(z.string()).min(2), ["a"], "", '["a"] has 1 entry, fewer than 2. Give at least 2.'],
  [
    "a text that is no network",
    z.cidrv4(),
    "10.0.0.0",
    "",
    '"10.0.0.0" is not an IPv4 network. Write it as 10.0.0.0/16.',
  ],
  [
    "a text without its pattern",
    z.string().regex(/^v\d+$/),
    "one",
    "",
    '"one" does not have the form /^v\\d+$/. Write it in that form.',
  ],
  [
    "a text without its prefix",
    z.string().startsWith("arn:"),
    "role",
    "",
    '"role" does not start with "arn:". Begin it with that.',
  ],
  [
    "a text without its suffix",
    z.string().endsWith(".com"),
    "a",
    "",
    '"a" does not end with ".com". End it with that.',
  ],
  ["a text without its part", z.string().includes("@"), "a", "", '"a" does not contain "@". Add that.'],
  [
    "a name that is not allowed",
    z.record(z.string().max(3), z.int()),
    { long1: 1 },
    ".long1",
    'is not a name that is allowed here: "long1" has 5 characters, more than 3. Give at most 3.',
  ],
  [
    "no alternative fits",
    z.union([z.int(), z.enum(["all"])]),
    "none",
    "",
    '"none" is not allowed. Use a whole number or "all".',
  ],
  [
    "one alternative nearly fits",
    z.union([z.int(), z.strictObject({ max: z.int() })]),
    { max: "x" },
    ".max",
    '"x" is not a whole number. Use a whole number.',
  ],
  ["an unknown tag", store, { type: "ebs" }, ".type", '"ebs" is not allowed. Use "efs" or "fsx".'],
  ["a missing tag", store, { gib: 1 }, ".type", 'is missing. Use "efs" or "fsx".'],
  [
    "a key of another alternative",
    store,
    { type: "efs", gib: 1, tier: "x" },
    ".tier",
    "is not a known key. Use type, gib.",
  ],
  [
    "a schema's own rule",
    z.int().refine((n) => n % 2 === 0, "is odd. Use an even number."),
    3,
    "",
    "is odd. Use an even number.",
  ],
  [
    "a rule without words",
    z.int().refine((n) => n % 2 === 0, { error: () => undefined }),
    3,
    "",
    "3 is not allowed. See the description of the key.",
  ],
  ["a relaxation without a reason", relaxation("HTTP."), "true", "", 'true gives no reason. Write { reason: "…" }.'],
  [
    "a relaxation with an empty reason",
    relaxation("HTTP."),
    { reason: " " },
    ".reason",
    "is empty. Say why this environment needs it.",
  ],
  ["a long value", z.int(), "x".repeat(100), "", `"${"x".repeat(78)}… is not a whole number. Use a whole number.`],
  [
    "a name with a dot in it",
    z.record(z.string(), z.int()),
    { "a.b": "x" },
    '["a.b"]',
    '"x" is not a whole number. Use a whole number.',
  ],
];

describe("the message for", () => {
  it.each(cases)("%s", async (_, setting, value, path, text) => {
    const schema = defineConfig("app", { key: setting });
    const config = value === undefined ? aws : { ...aws, "app:key": value };
    expect(await mistakes(schema, { config })).toEqual([`Pulumi.prod.yaml: app:key${path}: ${text}`]);
  });
});
