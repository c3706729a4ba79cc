import { only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { planBalanced, ref } from "./test-service.ts";

const type = "aws:lb/loadBalancer:LoadBalancer";

describe("Load balancer", () => {
  it("stands in the public subnets, protected, logging and strict about headers", async () => {
    expect(only(await planBalanced(), type).inputs).toEqual({
      loadBalancerType: "application",
      internal: false,
      subnets: ["public-a", "public-b"],
      securityGroups: [ref("aws:ec2/securityGroup:SecurityGroup", "api-load-balancer", "id")],
      ipAddressType: "ipv4",
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
      enableDeletionProtection: true,
      accessLogs: { bucket: ref("aws:s3/bucket:Bucket", "api-access-logs", "bucket"), enabled: true },
    });
  });

  it("goes into the private subnets where it is internal", async () => {
    const plan = await planBalanced({ internal: true, publicSubnetIds: undefined });
    expect(only(plan, type).inputs).toMatchObject({ internal: true, subnets: ["private-a", "private-b"] });
  });

  it("can be deleted where the caller says so", async () => {
    const plan = await planBalanced({ deletionProtection: false });
    expect(only(plan, type).inputs.enableDeletionProtection).toBe(false);
  });
});
