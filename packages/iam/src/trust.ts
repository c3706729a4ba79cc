import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** Who may assume a role, and on whose behalf. */
export interface TrustArgs {
  /** Service principal, such as `ecs-tasks.amazonaws.com`. */
  service: string;
  /**
   * ARN of the resource that the service must be acting for. May hold `*`.
   *
   * @default - any resource of this account
   */
  sourceArn?: pulumi.Input<string>;
}

/**
 * The trust policy of a role that an AWS service assumes: for this account's own resources only, so that nobody can make
 * the service use the role from another account (the confused deputy,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html).
 */
export function serviceTrust(args: TrustArgs): aws.iam.PolicyDocument {
  const account = aws.getCallerIdentityOutput().accountId;
  const source = args.sourceArn === undefined ? {} : { ArnLike: { "aws:SourceArn": args.sourceArn } };
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: args.service },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": account }, ...source },
      },
    ],
  };
}
