import { ofType, only, type Plan, record } from "@acme/plan";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { AlarmTopic, type AlarmTopicArgs } from "./alarm-topic.ts";

const account = "${aws:index/getCallerIdentity:getCallerIdentity().accountId}";
const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/alarms";
const config = { "aws:region": "us-east-1" };
const plan = (args: Partial<AlarmTopicArgs> = {}) =>
  record(() => new AlarmTopic("alarms", { kmsKeyArn, ...args }), { config });
const topic = (planned: Plan) => only(planned, "aws:sns/topic:Topic");
const topicArn = "${acme:alarms:AlarmTopic$aws:sns/topic:Topic::alarms.arn}";

describe("AlarmTopic", () => {
  it("encrypts messages with the customer key", async () => {
    expect(topic(await plan()).inputs).toEqual({ kmsMasterKeyId: kmsKeyArn });
  });

  it("lets alarms and rules of this account publish, and nobody in plain text", async () => {
    const policy = only(await plan(), "aws:sns/topicPolicy:TopicPolicy").inputs;
    expect(policy.arn).toBe(topicArn);
    expect(JSON.parse(String(policy.policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "PublishAlarms",
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Action: ["sns:Publish"],
          Resource: topicArn,
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
        {
          Sid: "PublishEvents",
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: ["sns:Publish"],
          Resource: topicArn,
          Condition: { ArnLikeIfExists: { "aws:SourceArn": `arn:aws:events:us-east-1:${account}:rule/*` } },
        },
        {
          Sid: "RequireTls",
          Effect: "Deny",
          Principal: "*",
          Action: ["sns:Publish"],
          Resource: topicArn,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("tells nobody unless addresses are given", async () => {
    expect(ofType(await plan(), "aws:sns/topicSubscription:TopicSubscription")).toEqual([]);
  });

  it("asks every address to subscribe", async () => {
    const planned = await plan({ emails: ["ops@example.com", "dev@example.com"] });
    const subscriptions = ofType(planned, "aws:sns/topicSubscription:TopicSubscription");
    expect(subscriptions.map(({ name, inputs }) => [name, inputs])).toEqual([
      ["alarms-dev@example.com", { topic: topicArn, protocol: "email", endpoint: "dev@example.com" }],
      ["alarms-ops@example.com", { topic: topicArn, protocol: "email", endpoint: "ops@example.com" }],
    ]);
  });

  it("takes a key that only AWS knows yet", async () => {
    const planned = await plan({ kmsKeyArn: pulumi.output("arn:aws:kms:us-east-1:123456789012:key/later") });
    expect(topic(planned).inputs.kmsMasterKeyId).toBe("arn:aws:kms:us-east-1:123456789012:key/later");
  });

  it("refuses SNS's own key, with which alarms are lost", async () => {
    await expect(plan({ kmsKeyArn: "alias/aws/sns" })).rejects.toThrow(
      'AlarmTopic "alarms": kmsKeyArn is "alias/aws/sns", with which no alarm can be published. Give the ARN of a customer managed key.',
    );
  });

  it.each(["ops", "@example.com", "ops@", "o ps@example.com"])("refuses the address %j", async (email) => {
    await expect(plan({ emails: [email] })).rejects.toThrow(
      `AlarmTopic "alarms": "${email}" is not an e-mail address. Write it as name@example.com.`,
    );
  });

  it("refuses an address that is listed twice", async () => {
    await expect(plan({ emails: ["ops@example.com", "ops@example.com"] })).rejects.toThrow(
      'AlarmTopic "alarms": "ops@example.com" is listed twice. Remove one.',
    );
  });
});
