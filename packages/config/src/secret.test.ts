import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineConfig, secret } from "./index.ts";
import { aws, load, mistakes } from "./test-environment.ts";

const schema = defineConfig("app", {
  apiKey: secret("The shared key."),
  webhook: secret("Where alarms go.").optional(),
  log: z.strictObject({ level: z.string().default("info").describe("The level.") }).describe("Logs."),
});

describe("secret", () => {
  it("gives the value as an output that is marked secret", async () => {
    const config = { ...aws, "app:apiKey": "open sesame" };
    const { apiKey, webhook } = await load(schema, { config, encrypted: ["app:apiKey"] });
    expect(await pulumi.isSecret(apiKey)).toBe(true);
    expect(await new Promise((resolve) => apiKey.apply(resolve))).toBe("open sesame");
    expect(webhook).toBe(undefined);
  });

  it("says how to set a required one that is missing", async () => {
    expect(await mistakes(schema, { config: aws })).toEqual([
      "Pulumi.prod.yaml: app:apiKey: is missing. Run: pulumi config set --secret apiKey --stack prod",
    ]);
  });

  it("refuses a value in the clear without showing it", async () => {
    expect(await mistakes(schema, { config: { ...aws, "app:apiKey": "a", "app:webhook": "b" } })).toEqual([
      "Pulumi.prod.yaml: app:apiKey: is not encrypted. Run: pulumi config set --secret apiKey --stack prod",
      "Pulumi.prod.yaml: app:webhook: is not encrypted. Run: pulumi config set --secret webhook --stack prod",
    ]);
  });

  it("refuses to encrypt a setting that the program reads, without showing it", async () => {
    const config = { ...aws, "app:apiKey": "a", "app:log": { levle: "open sesame" }, "aws:region": "x" };
    expect(await mistakes(schema, { config, encrypted: ["app:apiKey", "app:log", "aws:region"] })).toEqual([
      "Pulumi.prod.yaml: aws:region: is encrypted, but the program needs to read it. Set it without --secret.",
      "Pulumi.prod.yaml: app:log: is encrypted, but the program needs to read it. Set it without --secret.",
    ]);
  });

  it("never shows the value under a key that is not known", async () => {
    const config = { ...aws, "app:apiKey": "a", "app:apikey": "open sesame" };
    expect(await mistakes(schema, { config, encrypted: ["app:apiKey", "app:apikey"] })).toEqual([
      'Pulumi.prod.yaml: app:apikey: is not a known key. Did you mean "apiKey"?',
    ]);
  });
});
