import { only, type Plan, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { EncryptionKey, type EncryptionKeyArgs } from "./encryption-key.ts";

const account = "${aws:index/getCallerIdentity:getCallerIdentity().accountId}";
const config = { "aws:region": "us-east-1" };
const plan = (args: Partial<EncryptionKeyArgs> = {}, name = "data") =>
  record(() => new EncryptionKey(name, { description: "Data of the app", ...args }), { config });
const key = (planned: Plan) => only(planned, "aws:kms/key:Key");
const statements = async (args: Partial<EncryptionKeyArgs>) =>
  JSON.parse(String(key(await plan(args)).inputs.policy)).Statement;

const delegation = {
  Sid: "DelegateToIam",
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: ["kms:*"],
  Resource: "*",
};

describe("EncryptionKey", () => {
  it("rotates and waits thirty days before it is gone", async () => {
    const { policy, ...inputs } = key(await plan()).inputs;
    expect(inputs).toEqual({ description: "Data of the app", enableKeyRotation: true, deletionWindowInDays: 30 });
  });

  it("lets nobody but the account's own identities use it", async () => {
    expect(await statements({})).toEqual([delegation]);
  });

  it("has a name in the console", async () => {
    const planned = await plan();
    expect(only(planned, "aws:kms/alias:Alias").inputs).toEqual({
      name: "alias/project-dev-data",
      targetKeyId: `\${${key(planned).urn}.keyId}`,
    });
  });

  it("is protected with its component", async () => {
    const planned = await record(() => new EncryptionKey("data", { description: "" }, { protect: true }), { config });
    expect(key(planned).options.protect).toBe(true);
  });

  it("names each user once", async () => {
    const usedBy: EncryptionKeyArgs["usedBy"] = ["cloudwatch-alarms", "cloudwatch-alarms"];
    expect(await statements({ usedBy })).toHaveLength(2);
  });

  it.each([7, 30])("accepts a deletion window of %i days", async (deletionWindowDays) => {
    expect(key(await plan({ deletionWindowDays })).inputs.deletionWindowInDays).toBe(deletionWindowDays);
  });

  it.each([6, 31, 7.5, Number.NaN])("refuses a deletion window of %d days", async (deletionWindowDays) => {
    await expect(plan({ deletionWindowDays })).rejects.toThrow(
      `EncryptionKey "data": a deletion window of ${deletionWindowDays} days is not allowed. Use a whole number of days, 7–30.`,
    );
  });

  it("refuses an alias that KMS would refuse", async () => {
    await expect(plan({}, "data.v2")).rejects.toThrow(
      'EncryptionKey "data.v2": its alias "alias/project-dev-data.v2" is longer than 256 characters or holds others than letters, digits, -, _ and /. Rename the key, project or stack.',
    );
  });
});

describe("KeyUser", () => {
  it("opens the key to CloudWatch Logs for log groups of this account and Region", async () => {
    expect(await statements({ usedBy: ["cloudwatch-logs"] })).toEqual([
      delegation,
      {
        Sid: "EncryptLogGroups",
        Effect: "Allow",
        Principal: { Service: "logs.us-east-1.amazonaws.com" },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: "*",
        Condition: {
          ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:${account}:log-group:*` },
        },
      },
    ]);
  });

  it("opens the key to alarms of this account", async () => {
    expect(await statements({ usedBy: ["cloudwatch-alarms"] })).toEqual([
      delegation,
      {
        Sid: "PublishAlarms",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": account } },
      },
    ]);
  });

  it("opens the key to EventBridge for topics of this account, by the one condition that EventBridge can meet", async () => {
    expect(await statements({ usedBy: ["eventbridge"] })).toEqual([
      delegation,
      {
        Sid: "PublishEvents",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": `arn:aws:sns:us-east-1:${account}:*` } },
      },
    ]);
  });

  it("opens the key to Fargate for clusters of this account, and to grants that only decrypt", async () => {
    const fargate = { Effect: "Allow", Principal: { Service: "fargate.amazonaws.com" }, Resource: "*" };
    const StringEquals = { "kms:EncryptionContext:aws:ecs:clusterAccount": account };
    expect(await statements({ usedBy: ["fargate-storage"] })).toEqual([
      delegation,
      {
        ...fargate,
        Sid: "EncryptTaskStorage",
        Action: ["kms:GenerateDataKeyWithoutPlaintext"],
        Condition: { StringEquals },
      },
      {
        ...fargate,
        Sid: "GrantTaskStorage",
        Action: ["kms:CreateGrant"],
        Condition: { StringEquals, "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] } },
      },
    ]);
  });

  it("opens the key to Auto Scaling's own role of this account, and its grants to AWS services alone", async () => {
    const autoScaling = { Effect: "Allow", Principal: { AWS: "*" }, Resource: "*" };
    const StringEquals = { "kms:CallerAccount": account };
    const role = `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
    const ArnEquals = { "aws:PrincipalArn": role };
    expect(await statements({ usedBy: ["ebs-auto-scaling"] })).toEqual([
      delegation,
      {
        ...autoScaling,
        Sid: "EncryptInstanceVolumes",
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Condition: { StringEquals, ArnEquals },
      },
      {
        ...autoScaling,
        Sid: "GrantInstanceVolumes",
        Action: ["kms:CreateGrant"],
        Condition: { StringEquals, ArnEquals, Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
    ]);
  });
});
