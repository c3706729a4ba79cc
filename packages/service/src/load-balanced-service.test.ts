import { ofType, only, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { LoadBalancedService } from "./load-balanced-service.ts";
import type { LoadBalancedServiceArgs } from "./load-balanced-service-args.ts";
import { balanced, planBalanced, ref, serviceOf, task } from "./test-service.ts";

const outputsOf = async (args: Partial<LoadBalancedServiceArgs>) => {
  const program = () => {
    const { url, loadBalancerArn, targetGroupArn, serviceName, taskSecurityGroupId, dashboardName } =
      new LoadBalancedService("api", { ...balanced, ...args });
    return { url, loadBalancerArn, targetGroupArn, serviceName, taskSecurityGroupId, dashboardName };
  };
  return (await record(program, { config: { "aws:region": "us-east-1" }, project: "shop" })).outputs;
};

describe("LoadBalancedService", () => {
  it("is reached by HTTPS under its domain", async () => {
    expect(await outputsOf({})).toEqual({
      url: "https://files.example.com",
      loadBalancerArn: ref("aws:lb/loadBalancer:LoadBalancer", "api", "arn"),
      targetGroupArn: ref("aws:lb/targetGroup:TargetGroup", "api", "arn"),
      serviceName: ref("aws:ecs/service:Service", "api", "name"),
      taskSecurityGroupId: ref("aws:ec2/securityGroup:SecurityGroup", "api-tasks", "id"),
      dashboardName: "shop-dev-api",
    });
  });

  it("is reached under the load balancer's name where it has no domain", async () => {
    const { url } = await outputsOf({ domain: undefined, plainHttp: { reason: "trial" } });
    expect(url).toBe(`http://${ref("aws:lb/loadBalancer:LoadBalancer", "api", "dnsName")}`);
  });

  it("gets its requests on the named port, after 60 seconds of grace", async () => {
    const ports = [...task.ports, { containerName: "admin", containerPort: 9090 }];
    const plan = await planBalanced({ task: { ...task, ports }, port: ports[1] });
    expect(serviceOf(plan)).toMatchObject({
      loadBalancers: [
        {
          targetGroupArn: ref("aws:lb/targetGroup:TargetGroup", "api", "arn"),
          containerName: "admin",
          containerPort: 9090,
        },
      ],
      healthCheckGracePeriodSeconds: 60,
    });
  });

  it("starts tasks only when requests can reach them and they can reach AWS", async () => {
    const plan = await planBalanced();
    const first = [
      "aws:lb/listener:Listener",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    ].flatMap((type) => ofType(plan, type).map(({ urn }) => urn));
    expect(only(plan, "aws:ecs/service:Service").dependencies).toEqual(expect.arrayContaining(first));
  });

  it("keeps everything below itself", async () => {
    const plan = await planBalanced();
    const outside = plan.resources.filter(({ urn }) => !urn.startsWith("acme:service:LoadBalancedService"));
    expect(outside).toEqual([]);
  });

  it("protects its children as it is protected", async () => {
    const program = () => void new LoadBalancedService("api", balanced, { protect: true });
    const plan = await record(program, { config: { "aws:region": "us-east-1" } });
    expect(plan.resources.filter(({ options }) => options.protect !== true)).toEqual([]);
  });

  it("stands twice in one program", async () => {
    const program = () => ["api", "web"].map((name) => new LoadBalancedService(name, balanced).urn);
    const plan = await record(program, { config: { "aws:region": "us-east-1" } });
    expect(ofType(plan, "aws:ecs/service:Service").map(({ name }) => name)).toEqual(["api", "web"]);
  });
});
