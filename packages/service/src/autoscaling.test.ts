import { ofType, only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { namesOf, planBackground, planBalanced, ref, serviceOf } from "./test-service.ts";

const limits = { minimumTasks: 2, maximumTasks: 10 };
const policy = "aws:appautoscaling/policy:Policy";

describe("Autoscaling", () => {
  it("is not there where it is not asked for, and desiredCount stays with the program", async () => {
    const plan = await planBalanced({ desiredCount: 3 });
    expect(ofType(plan, "aws:appautoscaling/target:Target")).toEqual([]);
    expect(only(plan, "aws:ecs/service:Service").options.ignoreChanges).toBeUndefined();
    expect(serviceOf(plan).desiredCount).toBe(3);
  });

  it("owns desiredCount once it is there, and begins with the minimum", async () => {
    const plan = await planBalanced({ autoscaling: limits });
    expect(only(plan, "aws:ecs/service:Service").options.ignoreChanges).toEqual(["desiredCount"]);
    expect(serviceOf(plan).desiredCount).toBe(2);
  });

  it("keeps the number of the service's tasks within the limits", async () => {
    const plan = await planBalanced({ autoscaling: limits });
    expect(only(plan, "aws:appautoscaling/target:Target").inputs).toEqual({
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: `service/apps/${ref("aws:ecs/service:Service", "api", "name")}`,
      minCapacity: 2,
      maxCapacity: 10,
    });
  });

  it("holds 60 % CPU where nothing else is said, out in one minute and in after five", async () => {
    const plan = await planBackground({ autoscaling: limits });
    expect(only(plan, policy, "mail-cpu").inputs.targetTrackingScalingPolicyConfiguration).toEqual({
      targetValue: 60,
      predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
      scaleOutCooldown: 60,
      scaleInCooldown: 300,
    });
  });

  it("holds requests of this target group instead of CPU where they are given", async () => {
    const plan = await planBalanced({ autoscaling: { ...limits, requestsPerTaskPerMinute: 900 } });
    expect(namesOf(plan, policy)).toEqual(["api-requests"]);
    const { targetTrackingScalingPolicyConfiguration } = only(plan, policy).inputs;
    const loadBalancer = ref("aws:lb/loadBalancer:LoadBalancer", "api", "arnSuffix");
    const targetGroup = ref("aws:lb/targetGroup:TargetGroup", "api", "arnSuffix");
    expect(targetTrackingScalingPolicyConfiguration).toMatchObject({
      targetValue: 900,
      predefinedMetricSpecification: {
        predefinedMetricType: "ALBRequestCountPerTarget",
        resourceLabel: `${loadBalancer}/${targetGroup}`,
      },
    });
  });

  it("holds both where both are given", async () => {
    const plan = await planBalanced({ autoscaling: { ...limits, cpuPercent: 50, requestsPerTaskPerMinute: 900 } });
    expect(namesOf(plan, policy)).toEqual(["api-cpu", "api-requests"]);
  });

  it("sets other limits at the time of a schedule, in its time zone", async () => {
    const night = { name: "night", cron: "0 20 * * ? *", timeZone: "Europe/Berlin", minimumTasks: 1, maximumTasks: 2 };
    const plan = await planBackground({ autoscaling: { ...limits, schedule: [night] } });
    expect(only(plan, "aws:appautoscaling/scheduledAction:ScheduledAction", "mail-night").inputs).toMatchObject({
      name: "night",
      schedule: "cron(0 20 * * ? *)",
      timezone: "Europe/Berlin",
      scalableTargetAction: { minCapacity: 1, maxCapacity: 2 },
    });
  });
});
