import { policyJson } from "@acme/iam";
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

const retentionDays = 14;

/**
 * An encrypted queue that is read over TLS only and keeps messages for SQS's longest time of 14 days. One EventBridge
 * rule may send to it by the queue's policy; roles of the account need a permission of their own.
 */
export function createQueue(parent: pulumi.Resource, name: string, rule: aws.cloudwatch.EventRule): aws.sqs.Queue {
  const queue = new aws.sqs.Queue(
    name,
    { sqsManagedSseEnabled: true, messageRetentionSeconds: retentionDays * 86_400 },
    { parent },
  );
  const policy = policyJson([refusePlainText(queue.arn), letRuleSend(queue.arn, rule.arn)]);
  new aws.sqs.QueuePolicy(name, { queueUrl: queue.url, policy }, { parent: queue });
  return queue;
}

function refusePlainText(queueArn: pulumi.Input<string>): aws.iam.PolicyStatement {
  return {
    Sid: "RefusePlainText",
    Effect: "Deny",
    Principal: "*",
    Action: "sqs:*",
    Resource: queueArn,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

function letRuleSend(queueArn: pulumi.Input<string>, ruleArn: pulumi.Input<string>): aws.iam.PolicyStatement {
  return {
    Sid: "LetRuleSend",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: queueArn,
    Condition: { ArnEquals: { "aws:SourceArn": ruleArn } },
  };
}
