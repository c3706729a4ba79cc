import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { type MountAccountArgs, mountAccount, mountAccountMistakes } from "./windows-mount-account.ts";

const secretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:files/mount-AbCdEf";
const account = { secretArn };
const reason = "there are no service accounts yet";

describe("mountAccountMistakes", () => {
  it.each<MountAccountArgs>([
    { mountSecret: account },
    { mountSecret: { secretArn: pulumi.output("arn:aws:ssm:us-east-1:123456789012:parameter/files") } },
    { mountAsAdministrator: { ...account, reason } },
    { mountSecret: { secretArn: secretArn.replace("arn:aws:", "arn:aws-us-gov:") } },
  ])("accepts %j", (args) => {
    expect(mountAccountMistakes(args)).toEqual([]);
  });

  it.each<[MountAccountArgs, string]>([
    [{}, "It has no account to mount with. Give mountSecret, a secret with a service account."],
    [
      { mountSecret: account, mountAsAdministrator: { ...account, reason } },
      "mountAsAdministrator does not go with mountSecret, which is enough. Leave one of them out.",
    ],
    [
      { mountAsAdministrator: { ...account, reason: " " } },
      "mountAsAdministrator has no reason. Say why no service account can mount.",
    ],
    [
      { mountSecret: { secretArn: `${secretArn}:password::` } },
      `mountSecret.secretArn ends in ":password::", and the agent reads whole secrets. Use "${secretArn}".`,
    ],
    [
      { mountSecret: { secretArn: "arn:aws:ssm:us-east-1:123456789012:parameter/files" } },
      'mountSecret.secretArn "arn:aws:ssm:us-east-1:123456789012:parameter/files" is no ARN of a secret in Secrets Manager. Give it whole, with its last six characters.',
    ],
    [
      { mountAsAdministrator: { secretArn: "files", reason } },
      'mountAsAdministrator.secretArn "files" is no ARN of a secret in Secrets Manager. Give it whole, with its last six characters.',
    ],
  ])("refuses %j", (args, mistake) => {
    expect(mountAccountMistakes(args)).toEqual([mistake]);
  });
});

describe("mountAccount", () => {
  it("is the one that was given", () => {
    expect(mountAccount({ mountSecret: account })).toEqual(account);
    expect(mountAccount({ mountAsAdministrator: { ...account, reason } })).toMatchObject(account);
  });
});
