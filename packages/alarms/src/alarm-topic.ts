import { arnHere, policyJson } from "@acme/iam";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** How alarms are encrypted, and who reads them. */
export interface AlarmTopicArgs {
  /**
   * Customer managed key that encrypts the messages. Its policy must let CloudWatch alarms and EventBridge use it; the
   * policy of SNS's own key, `alias/aws/sns`, does not and cannot be changed, so that every alarm would be lost
   * (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html).
   */
  kmsKeyArn: pulumi.Input<string>;
  /**
   * Addresses that receive each alarm. SNS asks each by mail and sends nothing before the receiver has confirmed, which
   * must happen within two days (https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html).
   *
   * @default [] - nobody, until something else subscribes
   */
  emails?: string[];
}

/**
 * The one place where alarms arrive: an encrypted topic to which only CloudWatch alarms of this account and EventBridge
 * can publish, over TLS only.
 *
 * The first 1,000 mails of a month are free, then they cost $2 for 100,000 (https://aws.amazon.com/sns/pricing).
 */
export class AlarmTopic extends pulumi.ComponentResource {
  /** Give it to alarms as their alarm and OK action, and to EventBridge rules as their target. */
  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, args: AlarmTopicArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:alarms:AlarmTopic", name, {}, opts);
    const { kmsKeyArn, emails = [] } = args;
    requireCustomerKey(this, name, kmsKeyArn);
    requireAddresses(this, name, emails);

    const topic = new aws.sns.Topic(name, { kmsMasterKeyId: kmsKeyArn }, { parent: this });
    const policy = policyJson([allowAlarms(topic.arn), allowEventBridge(topic.arn), denyPlainText(topic.arn)]);
    new aws.sns.TopicPolicy(name, { arn: topic.arn, policy }, { parent: this });
    for (const email of emails) {
      const subscription = { topic: topic.arn, protocol: "email", endpoint: email };
      new aws.sns.TopicSubscription(`${name}-${email}`, subscription, { parent: this });
    }

    this.topicArn = topic.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}

function requireCustomerKey(topic: AlarmTopic, name: string, kmsKeyArn: pulumi.Input<string>): void {
  if (typeof kmsKeyArn !== "string" || !kmsKeyArn.includes("alias/aws/")) return;
  const problem = `kmsKeyArn is "${kmsKeyArn}", with which no alarm can be published. Give the ARN of a customer managed key.`;
  throw new pulumi.ResourceError(`AlarmTopic "${name}": ${problem}`, topic, true);
}

function requireAddresses(topic: AlarmTopic, name: string, emails: string[]): void {
  const wrong = emails.find((email) => !/^[^\s@]+@[^\s@]+$/.test(email));
  const twice = emails.find((email, index) => emails.indexOf(email) !== index);
  const problem =
    wrong !== undefined
      ? `"${wrong}" is not an e-mail address. Write it as name@example.com.`
      : twice !== undefined
        ? `"${twice}" is listed twice. Remove one.`
        : undefined;
  if (problem !== undefined) throw new pulumi.ResourceError(`AlarmTopic "${name}": ${problem}`, topic, true);
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html */
function allowAlarms(topicArn: pulumi.Output<string>): aws.iam.PolicyStatement {
  return {
    Sid: "PublishAlarms",
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: ["sns:Publish"],
    Resource: topicArn,
    Condition: { StringEquals: { "aws:SourceAccount": aws.getCallerIdentityOutput().accountId } },
  };
}

/**
 * AWS's own statement for EventBridge has no condition, and its documentation has said that none can be met
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions). `IfExists`
 * holds where EventBridge names its rule, and loses no message where it does not.
 */
function allowEventBridge(topicArn: pulumi.Output<string>): aws.iam.PolicyStatement {
  return {
    Sid: "PublishEvents",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: ["sns:Publish"],
    Resource: topicArn,
    Condition: {
      ArnLikeIfExists: { "aws:SourceArn": arnHere("events", "rule/*") },
    },
  };
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit */
function denyPlainText(topicArn: pulumi.Output<string>): aws.iam.PolicyStatement {
  return {
    Sid: "RequireTls",
    Effect: "Deny",
    Principal: "*",
    Action: ["sns:Publish"],
    Resource: topicArn,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
