import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineConfig, describeKeys, secret, undocumentedKeys } from "./index.ts";

const schema = defineConfig("app", {
  service: z
    .strictObject({
      cpu: z.number().int().describe("CPU units.").default(256),
      deployment: z.enum(["rolling", "canary"]).default("rolling"),
    })
    .describe("The service."),
  rules: z.array(z.strictObject({ from: z.cidrv4() })).optional(),
  tags: z
    .record(z.string(), z.strictObject({ value: z.string() }))
    .default({})
    .describe("Tags."),
  apiKey: secret("The shared key."),
});

describe("describeKeys", () => {
  it("gives a row for every key, nested ones after their section", () => {
    expect(describeKeys(schema)).toEqual([
      { key: "service", type: "a map with the keys cpu, deployment", required: false, description: "The service." },
      { key: "service.cpu", type: "a whole number", required: false, default: "256", description: "CPU units." },
      {
        key: "service.deployment",
        type: '"rolling" or "canary"',
        required: false,
        default: '"rolling"',
        description: "",
      },
      { key: "rules", type: "a list", required: false, description: "" },
      { key: "rules[].from", type: "text", required: true, description: "" },
      { key: "tags", type: "a map", required: false, default: "{}", description: "Tags." },
      { key: "tags.<name>.value", type: "text", required: true, description: "" },
      { key: "apiKey", type: "a secret", required: true, description: "The shared key." },
    ]);
  });
});

describe("undocumentedKeys", () => {
  it("names the keys without a description", () => {
    expect(undocumentedKeys(schema)).toEqual(["service.deployment", "rules", "rules[].from", "tags.<name>.value"]);
  });
});
