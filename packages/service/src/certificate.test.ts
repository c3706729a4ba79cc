import { ofType, only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { planBalanced, ref } from "./test-service.ts";

const record = "aws:route53/record:Record";
const proof = (property: string) =>
  ref("aws:acm/certificate:Certificate", "api", `domainValidationOptions[0].resourceRecord${property}`);

describe("Certificate", () => {
  it("is for the domain, and proven by a record in its zone", async () => {
    const plan = await planBalanced();
    expect(only(plan, "aws:acm/certificate:Certificate").inputs).toEqual({
      domainName: "files.example.com",
      validationMethod: "DNS",
    });
    expect(only(plan, record, "api-validation").inputs).toEqual({
      zoneId: "Z1",
      name: proof("Name"),
      type: proof("Type"),
      records: [proof("Value")],
      ttl: 300,
      allowOverwrite: true,
    });
  });

  it("is waited for until it is issued", async () => {
    const plan = await planBalanced();
    const validation = only(plan, "aws:acm/certificateValidation:CertificateValidation");
    expect(validation.inputs.certificateArn).toBe(ref("aws:acm/certificate:Certificate", "api", "arn"));
    expect(validation.dependencies).toContain(only(plan, record, "api-validation").urn);
  });
});

describe("Alias record", () => {
  it("points the domain to the load balancer", async () => {
    const loadBalancer = (property: string) => ref("aws:lb/loadBalancer:LoadBalancer", "api", property);
    expect(only(await planBalanced(), record, "api").inputs).toEqual({
      zoneId: "Z1",
      name: "files.example.com",
      type: "A",
      aliases: [{ name: loadBalancer("dnsName"), zoneId: loadBalancer("zoneId"), evaluateTargetHealth: true }],
    });
  });

  it("is not there without a domain, and neither is a certificate", async () => {
    const plan = await planBalanced({ domain: undefined, plainHttp: { reason: "trial" } });
    expect([...ofType(plan, record), ...ofType(plan, "aws:acm/certificate:Certificate")]).toEqual([]);
  });
});
