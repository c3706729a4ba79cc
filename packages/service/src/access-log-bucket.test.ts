import { only, type Plan, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { LoadBalancedService } from "./load-balanced-service.ts";
import { balanced, planBalanced, ref } from "./test-service.ts";

const arn = ref("aws:s3/bucket:Bucket", "api-access-logs", "arn");
const account = "${aws:index/getCallerIdentity:getCallerIdentity().accountId}";
const inputsOf = (plan: Plan, type: string) => {
  const { bucket: _, ...inputs } = only(plan, `aws:s3/${type}`).inputs;
  return inputs;
};

describe("Access log bucket", () => {
  it("lets load balancers of this account and region write, and refuses plain HTTP", async () => {
    const { policy } = inputsOf(await planBalanced(), "bucketPolicy:BucketPolicy");
    expect(JSON.parse(String(policy)).Statement).toEqual([
      {
        Sid: "AllowLogDelivery",
        Effect: "Allow",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${arn}/AWSLogs/${account}/*`,
        Condition: {
          ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:us-east-1:${account}:loadbalancer/*` },
        },
      },
      {
        Sid: "DenyPlainHttp",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [arn, `${arn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  it("is closed to the public, encrypted and without ACLs", async () => {
    const plan = await planBalanced();
    expect(inputsOf(plan, "bucketPublicAccessBlock:BucketPublicAccessBlock")).toEqual({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const encryption = "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    expect(inputsOf(plan, encryption)).toEqual({
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    expect(inputsOf(plan, "bucketOwnershipControls:BucketOwnershipControls")).toEqual({
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
  });

  it.each([
    [{}, 90, false],
    [{ retentionDays: 7, forceDestroy: true }, 7, true],
  ])("keeps logs and itself as it is told, %j", async (accessLogs, days, forceDestroy) => {
    const plan = await planBalanced({ accessLogs });
    const { rules } = inputsOf(plan, "bucketLifecycleConfiguration:BucketLifecycleConfiguration");
    expect(rules).toEqual([
      {
        id: "expire",
        status: "Enabled",
        filter: { prefix: "" },
        expiration: { days },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
      },
    ]);
    expect(inputsOf(plan, "bucket:Bucket")).toEqual({ forceDestroy });
  });

  it("changes its access one step after the other", async () => {
    const plan = await planBalanced();
    const step = (type: string) => only(plan, `aws:s3/${type}`);
    const block = step("bucketPublicAccessBlock:BucketPublicAccessBlock");
    expect(block.dependencies).toContain(step("bucketOwnershipControls:BucketOwnershipControls").urn);
    expect(step("bucketPolicy:BucketPolicy").dependencies).toContain(block.urn);
  });

  it.each([
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
  ])("lets load balancers of %s write under their partition %s", async (region, partition) => {
    const plan = await record(() => new LoadBalancedService("api", balanced), { config: { "aws:region": region } });
    const { policy } = inputsOf(plan, "bucketPolicy:BucketPolicy");
    expect(JSON.parse(String(policy)).Statement[0].Condition).toEqual({
      ArnLike: { "aws:SourceArn": `arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/*` },
    });
  });

  it("may be written to before the load balancer hears of it", async () => {
    const plan = await planBalanced();
    const { dependencies } = only(plan, "aws:lb/loadBalancer:LoadBalancer");
    expect(dependencies).toContain(only(plan, "aws:s3/bucketPolicy:BucketPolicy").urn);
  });
});
