import { only, record, serialize } from "@acme/plan";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAdministratorSecret, passwordRules } from "./administrator-secret.ts";

class Owner extends pulumi.ComponentResource {
  constructor(secretRecoveryWindowDays?: number) {
    super("acme:test:Owner", "ad", {});
    const secret = createAdministratorSecret(this, "ad", { kmsKeyArn: "arn:key", secretRecoveryWindowDays });
    new aws.ssm.Parameter("user", { type: "String", value: secret.password, description: secret.secretArn });
    this.registerOutputs({});
  }
}

const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

/** What Secrets Manager draws from, https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html */
const everything = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
const drawn = everything.filter((character) => !passwordRules.excludeCharacters?.includes(character));

describe("createAdministratorSecret", () => {
  it.each([
    [undefined, 30],
    [0, 0],
  ])("keeps the secret under the given key, and after its deletion for %s days", async (days, recoveryWindowInDays) => {
    expect(only(await record(() => new Owner(days)), SECRET).inputs).toEqual({
      description: "Administrator of the directory ad",
      kmsKeyId: "arn:key",
      recoveryWindowInDays,
    });
  });

  it("keeps the value of the first day", async () => {
    const plan = await record(() => new Owner());
    expect(only(plan, VERSION).inputs).toEqual({
      secretId: `\${acme:test:Owner$${SECRET}::ad-administrator.id}`,
      secretString: "[secret]",
    });
    expect(only(plan, VERSION).options.ignoreChanges).toEqual(["secretString"]);
  });

  it("gives the password as a secret that comes from the kept value", async () => {
    const { inputs, dependencies } = only(await record(() => new Owner()), "aws:ssm/parameter:Parameter");
    expect(inputs).toMatchObject({
      value: "[secret]",
      description: `\${acme:test:Owner$${VERSION}::ad-administrator.arn}`,
    });
    expect(dependencies).toEqual([`acme:test:Owner$${VERSION}::ad-administrator`]);
  });

  it("leaves no trace of a password in a plan", async () => {
    expect(serialize(await record(() => new Owner()))).not.toMatch(/getRandomPassword|randomPassword/);
  });
});

describe("passwordRules", () => {
  it("draw from all four classes, without characters that any reader takes for its own", () => {
    expect(drawn.join("")).toBe("+-.23456789ABCDEFGHJKLMNPQRSTUVWXYZ_abcdefghjkmnopqrstuvwxyz");
    expect(passwordRules).toMatchObject({ passwordLength: 32, requireEachIncludedType: true });
  });

  it("never spell the administrator's name", () => {
    const password = fc.string({ unit: fc.constantFrom(...drawn), minLength: 32, maxLength: 32 });
    fc.assert(fc.property(password, (text) => !text.toLowerCase().includes("admin")));
    expect(drawn.map((character) => character.toLowerCase())).not.toContain("i");
  });
});
