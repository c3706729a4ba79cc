import { ofType } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { planBackground, planBalanced, ref } from "./test-service.ts";

const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const group = (name: string) => ref("aws:ec2/securityGroup:SecurityGroup", name, "id");
const rulesOf = (plan: Awaited<ReturnType<typeof planBalanced>>, type: string) =>
  Object.fromEntries(
    ofType(plan, type).map(({ name, inputs: { description: _, ipProtocol, ...inputs } }) => [
      name,
      { ipProtocol, ...inputs },
    ]),
  );
const tcp = (port: number) => ({ ipProtocol: "tcp", fromPort: port, toPort: port });

describe("Security groups", () => {
  it("open 443 and 80 of the load balancer to the world, and the tasks' port to the load balancer", async () => {
    expect(rulesOf(await planBalanced(), ingress)).toEqual({
      "api-load-balancer-443": { ...tcp(443), securityGroupId: group("api-load-balancer"), cidrIpv4: "0.0.0.0/0" },
      "api-load-balancer-80": { ...tcp(80), securityGroupId: group("api-load-balancer"), cidrIpv4: "0.0.0.0/0" },
      "api-tasks-load-balancer-8080": {
        ...tcp(8080),
        securityGroupId: group("api-tasks"),
        referencedSecurityGroupId: group("api-load-balancer"),
      },
    });
  });

  it("let the load balancer out to the tasks' port, and the tasks to HTTPS", async () => {
    expect(rulesOf(await planBalanced(), egress)).toEqual({
      "api-load-balancer-tasks-8080": {
        ...tcp(8080),
        securityGroupId: group("api-load-balancer"),
        referencedSecurityGroupId: group("api-tasks"),
      },
      "api-tasks-https": { ...tcp(443), securityGroupId: group("api-tasks"), cidrIpv4: "0.0.0.0/0" },
    });
  });

  it("keep 443 shut where nothing listens on it", async () => {
    const plan = await planBalanced({ domain: undefined, plainHttp: { reason: "trial" } });
    expect(Object.keys(rulesOf(plan, ingress))).toEqual(["api-load-balancer-80", "api-tasks-load-balancer-8080"]);
  });

  it("let nothing into tasks that nobody calls", async () => {
    const plan = await planBackground();
    expect(ofType(plan, ingress)).toEqual([]);
    expect(ofType(plan, egress).map(({ name }) => name)).toEqual(["mail-tasks-https"]);
  });

  it("have no rules of their own, which would fight with the separate ones", async () => {
    for (const { inputs } of ofType(await planBalanced(), "aws:ec2/securityGroup:SecurityGroup")) {
      expect(Object.keys(inputs).sort()).toEqual(["description", "vpcId"]);
    }
  });
});
