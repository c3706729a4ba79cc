import { ofType, only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { tasksThatStay } from "./service-alarms.ts";
import { namesOf, planBackground } from "./test-service.ts";

const type = "aws:cloudwatch/metricAlarm:MetricAlarm";
const dimensions = {
  ClusterName: "apps",
  ServiceName: "${acme:service:BackgroundService$aws:ecs/service:Service::mail.name}",
};

describe("Alarms of a service", () => {
  it("are three, on CPU, memory and the number of tasks", async () => {
    expect(namesOf(await planBackground(), type)).toEqual(["mail-cpu", "mail-memory", "mail-too-few-tasks"]);
  });

  it("tell the topic of the beginning and of the end", async () => {
    for (const { inputs } of ofType(await planBackground(), type)) {
      expect([inputs.alarmActions, inputs.okActions]).toEqual([["topic-arn"], ["topic-arn"]]);
    }
  });

  it("judge memory by the fullest task", async () => {
    expect(only(await planBackground(), type, "mail-memory").inputs).toMatchObject({
      namespace: "AWS/ECS",
      metricName: "MemoryUtilization",
      dimensions,
      statistic: "Maximum",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 90,
      period: 60,
      evaluationPeriods: 5,
      datapointsToAlarm: 5,
      treatMissingData: "notBreaching",
    });
  });

  it("take silence about the tasks for an outage", async () => {
    expect(only(await planBackground({ desiredCount: 3 }), type, "mail-too-few-tasks").inputs).toMatchObject({
      namespace: "ECS/ContainerInsights",
      metricName: "RunningTaskCount",
      dimensions,
      statistic: "Minimum",
      comparisonOperator: "LessThanThreshold",
      threshold: 3,
      treatMissingData: "breaching",
    });
  });

  it("do not miss tasks that may be stopped", async () => {
    const autoscaling = { minimumTasks: 0, maximumTasks: 4 };
    expect(namesOf(await planBackground({ autoscaling }), type)).toEqual(["mail-cpu", "mail-memory"]);
  });
});

describe("tasksThatStay", () => {
  it.each([
    [2, 100, 2],
    [3, 50, 2],
    [2, 0, 0],
    [2, 150, 2],
  ])("is what ECS keeps of %i tasks at %i %%", (tasks, percent, staying) => {
    expect(tasksThatStay(tasks, percent)).toBe(staying);
  });
});
