import { ofType, only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { planBackground, serviceOf } from "./test-service.ts";

describe("BackgroundService", () => {
  it("has no load balancer, and nothing that belongs to one", async () => {
    const plan = await planBackground();
    const traffic = plan.resources.filter(({ type }) => /^aws:(lb|acm|route53|s3)\//.test(type));
    expect(traffic).toEqual([]);
    expect(serviceOf(plan)).not.toHaveProperty("loadBalancers");
    expect(serviceOf(plan)).not.toHaveProperty("healthCheckGracePeriodSeconds");
  });

  it("is rolled back by its circuit breaker alone", async () => {
    const inputs = serviceOf(await planBackground());
    expect(inputs.deploymentCircuitBreaker).toEqual({ enable: true, rollback: true });
    expect(inputs).not.toHaveProperty("alarms");
  });

  it("starts tasks only when they can reach AWS", async () => {
    const plan = await planBackground();
    const rules = ofType(plan, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").map(({ urn }) => urn);
    expect(only(plan, "aws:ecs/service:Service").dependencies).toEqual(expect.arrayContaining(rules));
  });

  it.each(["m", "Mail-2", "a".repeat(46)])("takes the name %s", async (name) => {
    expect(serviceOf(await planBackground({}, name)).desiredCount).toBe(2);
  });

  it.each(["2mail", "mail_2", "mail.in", "a".repeat(47)])("refuses the name %s", async (name) => {
    await expect(planBackground({}, name)).rejects.toThrow(
      `BackgroundService "${name}": The service and its alarms cannot be named after "${name}". ` +
        "Use up to 46 letters, digits and hyphens that begin with a letter.",
    );
  });

  it("begins with two tasks, or with the least that the autoscaler allows", async () => {
    const autoscaling = { minimumTasks: 1, maximumTasks: 3 };
    expect(serviceOf(await planBackground()).desiredCount).toBe(2);
    expect(serviceOf(await planBackground({ autoscaling })).desiredCount).toBe(1);
  });
});
