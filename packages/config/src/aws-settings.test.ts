import { describe, expect, it } from "vitest";
import { defineConfig } from "./index.ts";
import { load, mistakes } from "./test-environment.ts";

const schema = defineConfig("app", {});

describe("the settings about AWS", () => {
  it.each(["us-east-1", "us-gov-west-1", "ap-southeast-5", "eusc-de-east-1"])(
    "accept the Region %s",
    async (region) => {
      const config = { "aws:region": region, "aws:allowedAccountIds": ["012345678901", "123456789012"] };
      expect(await load(schema, { config })).toEqual({
        region,
        accountIds: ["012345678901", "123456789012"],
        environment: "prod",
      });
    },
  );

  it("must be in every file", async () => {
    expect(await mistakes(schema, { config: { "aws:region": "us-east-1" } })).toEqual([
      'Pulumi.prod.yaml: aws:allowedAccountIds: is missing. Add it to the file, for example ["123456789012"].',
    ]);
  });

  it("refuse an account id that YAML reads as a number", async () => {
    const config = { "aws:region": "us-east-1", "aws:allowedAccountIds": [12345678901, "1234"] };
    expect(await mistakes(schema, { config })).toEqual([
      'Pulumi.prod.yaml: aws:allowedAccountIds[0]: 12345678901 is not text, and a number loses leading zeros. Write all twelve digits in quotes, for example "123456789012".',
      'Pulumi.prod.yaml: aws:allowedAccountIds[1]: "1234" is not an AWS account id. Write all twelve digits in quotes, for example "123456789012".',
    ]);
  });

  it("refuse a single account that is not in a list", async () => {
    const config = { "aws:region": "us-east-1", "aws:allowedAccountIds": "123456789012" };
    expect(await mistakes(schema, { config })).toEqual([
      'Pulumi.prod.yaml: aws:allowedAccountIds: "123456789012" is not a list. Write a list: ["123456789012"].',
    ]);
  });
});
