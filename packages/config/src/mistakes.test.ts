import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineConfig } from "./index.ts";
import { aws, mistakes } from "./test-environment.ts";

const cases: [what: string, schema: z.ZodType, value: unknown, path: string, text: string][] = [
  [
    "a misspelt key at depth",
    z.strictObject({ log: z.strictObject({ days: z.int().default(1) }) }),
    { log: { dyas: 7 } },
    ".log.dyas",
    'is not a known key. Did you mean "days"?',
  ],
  [
    "a misspelt key in a list",
    z.array(z.strictObject({ from: z.string().optional() })),
    [{ form: "a" }],
    "[0].form",
    'is not a known key. Did you mean "from"?',
  ],
  ["a key where none is known", z.strictObject({}), { a: 1 }, ".a", "is not a known key. Remove it."],
  [
    "a missing text",
    z.strictObject({ name: z.string() }),
    {},
    ".name",
    "is missing. Run: pulumi config set --path key.name <text> --stack prod",
  ],
  [
    "a missing fraction",
    z.strictObject({ share: z.number() }),
    {},
    ".share",
    "is missing. Add it to the file, as a number.",
  ],
  [
    "a missing choice",
    z.enum(["a", "b"]),
    undefined,
    "",
    "is missing. Run: pulumi config set key <a or b> --stack prod",
  ],
  ["a missing list", z.array(z.string()), undefined, "", "is missing. Add it to the file, as a list."],
  [
    "a missing key in a list",
    z.array(z.strictObject({ from: z.string() })),
    [{}],
    "[0].from",
    "is missing. Add it to the file, as text.",
  ],
];

describe("the message for", () => {
  it.each(cases)("%s", async (_, setting, value, path, text) => {
    const schema = defineConfig("app", { key: setting });
    const config = value === undefined ? aws : { ...aws, "app:key": value };
    expect(await mistakes(schema, { config })).toEqual([`Pulumi.prod.yaml: app:key${path}: ${text}`]);
  });
});
