import { arnHere, policyJson } from "@acme/iam";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** What becomes of the load balancer's access logs. */
export interface AccessLogArgs {
  /**
   * Days to keep them.
   *
   * @default 90
   */
  retentionDays?: number;
  /**
   * Deletes the bucket with the logs in it on `destroy`; otherwise a bucket that is not empty stops `destroy`.
   *
   * @default false
   */
  forceDestroy?: boolean;
}

/** A bucket that a load balancer of this account and region can write its logs to. */
export interface AccessLogBucket {
  bucket: pulumi.Output<string>;
  /** The permission to write; a load balancer that is told of the bucket before it is refused. */
  policy: pulumi.Resource;
}

/**
 * Creates the bucket of the access logs: private, no ACLs, TLS only, expiring. Elastic Load Balancing writes to buckets
 * with S3's own encryption keys only
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html).
 */
export function createAccessLogBucket(
  parent: pulumi.Resource,
  name: string,
  { retentionDays = 90, forceDestroy = false }: AccessLogArgs,
): AccessLogBucket {
  const logs = new aws.s3.Bucket(name, { forceDestroy }, { parent });
  const bucket = logs.bucket;
  const own = { parent: logs };
  // S3 refuses two changes of a bucket's access at the same time, so that they follow each other.
  const ownership = new aws.s3.BucketOwnershipControls(
    name,
    { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
    own,
  );
  new aws.s3.BucketServerSideEncryptionConfiguration(
    name,
    { bucket, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
    own,
  );
  expireLogs(logs, name, retentionDays);
  const block = new aws.s3.BucketPublicAccessBlock(
    name,
    { bucket, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    { parent: logs, dependsOn: [ownership] },
  );
  const policy = new aws.s3.BucketPolicy(
    name,
    { bucket, policy: policyJson([allowLogDelivery(logs.arn), denyPlainHttp(logs.arn)]) },
    { parent: logs, dependsOn: [block] },
  );
  return { bucket, policy };
}

function expireLogs(logs: aws.s3.Bucket, name: string, days: number): void {
  new aws.s3.BucketLifecycleConfiguration(
    name,
    {
      bucket: logs.bucket,
      rules: [
        {
          id: "expire",
          status: "Enabled",
          filter: { prefix: "" },
          expiration: { days },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
        },
      ],
    },
    { parent: logs },
  );
}

/**
 * Lets load balancers of this account and region write their logs, and nobody else in their name. The ARN holds both;
 * `aws:SourceAccount` is not documented for this principal, and a condition on a key that is not sent would refuse every
 * log (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html).
 */
export function allowLogDelivery(bucketArn: pulumi.Output<string>): aws.iam.PolicyStatement {
  const account = aws.getCallerIdentityOutput().accountId;
  return {
    Sid: "AllowLogDelivery",
    Effect: "Allow",
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: pulumi.interpolate`${bucketArn}/AWSLogs/${account}/*`,
    Condition: {
      ArnLike: { "aws:SourceArn": arnHere("elasticloadbalancing", "loadbalancer/*") },
    },
  };
}

/** Refuses everyone who does not use TLS. */
export function denyPlainHttp(bucketArn: pulumi.Output<string>): aws.iam.PolicyStatement {
  return {
    Sid: "DenyPlainHttp",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, pulumi.interpolate`${bucketArn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
