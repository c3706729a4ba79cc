import { only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { namesOf, planBalanced, ref } from "./test-service.ts";

const type = "aws:lb/listener:Listener";
const loadBalancerArn = ref("aws:lb/loadBalancer:LoadBalancer", "api", "arn");
const forward = { type: "forward", targetGroupArn: ref("aws:lb/targetGroup:TargetGroup", "api", "arn") };

describe("Listeners", () => {
  it("serve HTTPS with TLS 1.2 or 1.3 and the issued certificate", async () => {
    const plan = await planBalanced();
    const https = only(plan, type, "api-https");
    expect(https.inputs).toMatchObject({
      loadBalancerArn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
      defaultActions: [forward],
    });
    expect(https.dependencies).toContain(only(plan, "aws:acm/certificateValidation:CertificateValidation").urn);
  });

  it("send HTTP to HTTPS for good", async () => {
    expect(only(await planBalanced(), type, "api-http").inputs).toEqual({
      loadBalancerArn,
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    });
  });

  it("serve HTTP alone where there is no domain", async () => {
    const plan = await planBalanced({ domain: undefined, plainHttp: { reason: "trial" } });
    expect(namesOf(plan, type)).toEqual(["api-http"]);
    expect(only(plan, type).inputs).toEqual({
      loadBalancerArn,
      port: 80,
      protocol: "HTTP",
      defaultActions: [forward],
    });
  });
});
