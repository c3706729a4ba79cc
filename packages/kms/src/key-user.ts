import { arnHere } from "@acme/iam";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * An AWS service that uses a key by itself, not on behalf of an identity of the account: its key policy must name it.
 *
 * - `cloudwatch-logs`: encrypts log groups, of this account and Region only.
 * - `cloudwatch-alarms`: alarms that publish to an encrypted SNS topic.
 * - `eventbridge`: rules that publish to an encrypted SNS topic.
 * - `fargate-storage`: the ephemeral storage of tasks on Fargate, in every cluster of this account.
 * - `ebs-auto-scaling`: the volumes of instances that Auto Scaling starts in this account.
 *
 * Services that act with the permissions of a role or a caller (ECR, EFS, Secrets Manager, EBS volumes of ECS) need no
 * entry: the policies of those identities decide.
 */
export type KeyUser = "cloudwatch-logs" | "cloudwatch-alarms" | "eventbridge" | "fargate-storage" | "ebs-auto-scaling";

type Statement = aws.iam.PolicyStatement;

const statementsOf: Record<KeyUser, () => Statement[]> = {
  "cloudwatch-logs": allowLogs,
  "cloudwatch-alarms": allowAlarms,
  eventbridge: allowEventBridge,
  "fargate-storage": allowFargateStorage,
  "ebs-auto-scaling": allowAutoScaling,
};

/** What the key policy says about these users, each once. */
export function keyUserStatements(users: KeyUser[]): Statement[] {
  return [...new Set(users)].flatMap((user) => statementsOf[user]());
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function allowLogs(): Statement[] {
  const { region } = aws.getRegionOutput();
  return [
    {
      Sid: "EncryptLogGroups",
      Effect: "Allow",
      Principal: { Service: pulumi.interpolate`logs.${region}.amazonaws.com` },
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      Resource: "*",
      Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arnHere("logs", "log-group:*") } },
    },
  ];
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
function allowAlarms(): Statement[] {
  const account = aws.getCallerIdentityOutput().accountId;
  return [
    {
      ...publish("PublishAlarms", "cloudwatch.amazonaws.com"),
      Condition: { StringEquals: { "aws:SourceAccount": account } },
    },
  ];
}

/**
 * SNS does not support `aws:SourceAccount` and `aws:SourceArn` here: with them each event would be lost without a word
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html). The topic in the encryption context is part of
 * the request to KMS itself, and limits the use to the topics of this account.
 */
function allowEventBridge(): Statement[] {
  return [
    {
      ...publish("PublishEvents", "events.amazonaws.com"),
      Condition: { ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": arnHere("sns", "*") } },
    },
  ];
}

function publish(sid: string, service: string): Statement {
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: { Service: service },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
  };
}

/**
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html
 *
 * The page also limits the use to one cluster, by `kms:EncryptionContext:aws:ecs:clusterName`. Here the account alone
 * limits it: the cluster is made with the key, so the key exists before the cluster has its name.
 */
function allowFargateStorage(): Statement[] {
  const account = aws.getCallerIdentityOutput().accountId;
  const ofThisAccount = { StringEquals: { "kms:EncryptionContext:aws:ecs:clusterAccount": account } };
  const fargate = { Effect: "Allow", Principal: { Service: "fargate.amazonaws.com" }, Resource: "*" } as const;
  return [
    {
      ...fargate,
      Sid: "EncryptTaskStorage",
      Action: ["kms:GenerateDataKeyWithoutPlaintext"],
      Condition: ofThisAccount,
    },
    {
      ...fargate,
      Sid: "GrantTaskStorage",
      Action: ["kms:CreateGrant"],
      Condition: { ...ofThisAccount, "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] } },
    },
  ];
}

/**
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 *
 * The page names the service-linked role as the principal. A key policy that names a role which is not there yet is
 * refused, and AWS makes this one with the first Auto Scaling group of the account; so the role stands in the condition.
 */
function allowAutoScaling(): Statement[] {
  const { partition } = aws.getPartitionOutput();
  const account = aws.getCallerIdentityOutput().accountId;
  const role = pulumi.interpolate`arn:${partition}:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
  const autoScaling = { Effect: "Allow", Principal: { AWS: "*" }, Resource: "*" } as const;
  const itself = { StringEquals: { "kms:CallerAccount": account }, ArnEquals: { "aws:PrincipalArn": role } };
  return [
    {
      ...autoScaling,
      Sid: "EncryptInstanceVolumes",
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      Condition: itself,
    },
    {
      ...autoScaling,
      Sid: "GrantInstanceVolumes",
      Action: ["kms:CreateGrant"],
      Condition: { ...itself, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}
