import { only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { namesOf, planBalanced, ref } from "./test-service.ts";

const type = "aws:cloudwatch/metricAlarm:MetricAlarm";
const dimensions = {
  LoadBalancer: ref("aws:lb/loadBalancer:LoadBalancer", "api", "arnSuffix"),
  TargetGroup: ref("aws:lb/targetGroup:TargetGroup", "api", "arnSuffix"),
};
const everyMinute = (minutes: number) => ({ period: 60, evaluationPeriods: minutes, datapointsToAlarm: minutes });

describe("Alarms of a load-balanced service", () => {
  it("are six, and one more where there is a limit for slowness", async () => {
    const six = ["cpu", "load-balancer-errors", "memory", "target-errors", "too-few-targets", "unhealthy-targets"];
    expect(namesOf(await planBalanced(), type)).toEqual(six.map((name) => `api-${name}`));
    expect(namesOf(await planBalanced({ alarms: { latencyP99Seconds: 2 } }), type)).toContain("api-latency");
  });

  it("count the application's errors, and take silence for none", async () => {
    const plan = await planBalanced({ alarms: { errorsPerMinute: 50 } });
    expect(only(plan, type, "api-target-errors").inputs).toMatchObject({
      namespace: "AWS/ApplicationELB",
      metricName: "HTTPCode_Target_5XX_Count",
      dimensions,
      statistic: "Sum",
      threshold: 50,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
      ...everyMinute(3),
    });
  });

  it("count the load balancer's own errors, which belong to no target group", async () => {
    expect(only(await planBalanced(), type, "api-load-balancer-errors").inputs).toMatchObject({
      metricName: "HTTPCode_ELB_5XX_Count",
      dimensions: { LoadBalancer: dimensions.LoadBalancer },
      threshold: 5,
    });
  });

  it("take silence about healthy tasks for an outage, once the service is steady", async () => {
    const plan = await planBalanced({ desiredCount: 4, deployment: { minimumHealthyPercent: 50 } });
    const alarm = only(plan, type, "api-too-few-targets");
    expect(alarm.inputs).toMatchObject({
      metricName: "HealthyHostCount",
      dimensions,
      statistic: "Minimum",
      comparisonOperator: "LessThanThreshold",
      threshold: 2,
      treatMissingData: "breaching",
      ...everyMinute(5),
    });
    expect(alarm.dependencies).toContain(only(plan, "aws:ecs/service:Service").urn);
  });

  it("miss no task at night where a schedule stops all of them", async () => {
    const night = { name: "night", cron: "0 20 * * ? *", timeZone: "UTC", minimumTasks: 0, maximumTasks: 0 };
    const plan = await planBalanced({ autoscaling: { minimumTasks: 2, maximumTasks: 4, schedule: [night] } });
    expect(namesOf(plan, type)).not.toContain("api-too-few-targets");
  });

  it("judge slowness by the slowest of a hundred requests", async () => {
    const plan = await planBalanced({ alarms: { latencyP99Seconds: 2.5 } });
    const { inputs } = only(plan, type, "api-latency");
    expect(inputs).toMatchObject({ metricName: "TargetResponseTime", extendedStatistic: "p99", threshold: 2.5 });
    expect(inputs).not.toHaveProperty("statistic");
  });

  it("say what they mean and what to look at", async () => {
    expect(only(await planBalanced(), type, "api-target-errors").inputs.alarmDescription).toBe(
      "api: the application answered with 5 or more errors a minute. Search its logs for exceptions; a deployment under way is rolled back.",
    );
  });
});
