import { record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { arnHere } from "./arn.ts";

const account = "${aws:index/getCallerIdentity:getCallerIdentity().accountId}";

describe("arnHere", () => {
  it.each([
    ["us-east-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
  ])("names what is of this account in %s, in the partition %s", async (region, partition) => {
    const { outputs } = await record(() => ({ arn: arnHere("ecs", "task/*") }), { config: { "aws:region": region } });
    expect(outputs.arn).toBe(`arn:${partition}:ecs:${region}:${account}:task/*`);
  });
});
