import * as pulumi from "@pulumi/pulumi";
import { describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { type ConfigOf, defineConfig, relaxation, secret } from "./index.ts";

describe("defineConfig", () => {
  it("gives the types of the values", () => {
    const schema = defineConfig("app", {
      service: z.strictObject({ cpu: z.int().default(256) }),
      apiKey: secret("The shared key.").optional(),
      plainHttp: relaxation("Serves without TLS."),
    });
    expectTypeOf<ConfigOf<typeof schema>>().toExtend<{
      service: { cpu: number };
      apiKey?: pulumi.Output<string> | undefined;
      plainHttp?: { reason: string } | undefined;
      region: string;
      accountIds: string[];
      environment: string;
    }>();
  });

  it("refuses a secret inside a section, which Pulumi would encrypt as a whole", () => {
    expect(() => defineConfig("app", { mail: z.strictObject({ password: secret("The password.") }) })).toThrow(
      new pulumi.RunError('Config "app": "mail.password" is a secret inside a section. Move it to the top level.'),
    );
  });

  it("refuses an object that passes over unknown keys", () => {
    const log = z.strictObject({ rules: z.array(z.object({ days: z.int() })) });
    expect(() => defineConfig("app", { log })).toThrow(
      new pulumi.RunError(
        'Config "app": "log.rules" passes over unknown keys. Use z.strictObject instead of z.object.',
      ),
    );
  });

  it("refuses a key with the name of a value that loadConfig adds", () => {
    expect(() => defineConfig("app", { region: z.string() })).toThrow(
      new pulumi.RunError('Config "app": "region" is the name of a value that loadConfig adds. Rename the key.'),
    );
  });
});
