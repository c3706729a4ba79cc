import { ofType, only, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";
import { scheduledTask } from "./scheduled-task-sample.ts";

const plan = (args: Partial<ScheduledTaskArgs> = {}) =>
  record(scheduledTask(args), { config: { "aws:region": "us-east-1" } });
const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const topic = "arn:aws:sns:us-east-1:123456789012:alarms";
const queueName = (name: string) => `\${acme:scheduled-task:ScheduledTask$aws:sqs/queue:Queue::${name}.name}`;

describe("the alarms of a ScheduledTask", () => {
  it("ring while the dead-letter queue holds a message", async () => {
    const { alarmDescription, ...alarm } = only(await plan(), alarmType, "nightly-dead-letters").inputs;
    expect(alarm).toEqual({
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: queueName("nightly-dead-letters") },
      statistic: "Maximum",
      period: 60,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      treatMissingData: "notBreaching",
      alarmActions: [topic],
      okActions: [topic],
    });
    expect(alarmDescription).toMatch(
      /^nightly: a run was not started.*aws sqs receive-message .* aws sqs purge-queue /,
    );
  });

  it("ring when no run has ended well for the time between two, a retry and a long run", async () => {
    const { alarmDescription, ...alarm } = only(await plan(), alarmType, "nightly-missed-run").inputs;
    expect(alarm).toEqual({
      namespace: "AWS/SQS",
      metricName: "NumberOfMessagesSent",
      dimensions: { QueueName: queueName("nightly-completed") },
      statistic: "Sum",
      period: 3600,
      evaluationPeriods: 26,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "breaching",
      alarmActions: [topic],
      okActions: [topic],
    });
    expect(alarmDescription).toMatch(/^nightly: no run has ended well for 26 hours\..*log group sweep-logs\?/);
  });

  it("wait longer for late and long runs", async () => {
    const late = { flexibleWindowMinutes: 30, maximumEventAgeSeconds: 1800, longestRunMinutes: 180 };
    const { period, evaluationPeriods } = only(await plan(late), alarmType, "nightly-missed-run").inputs;
    expect([period, evaluationPeriods]).toEqual([3600, 28]);
  });

  it("leave missed runs out, and say so, where CloudWatch cannot look back far enough", async () => {
    const planned = await plan({ schedule: { cron: "0 3 ? * SUN *" } });
    expect(ofType(planned, alarmType).map(({ name }) => name)).toEqual(["nightly-dead-letters"]);
    expect(planned.messages).toEqual([
      {
        severity: "warning",
        text: 'ScheduledTask "nightly": No alarm tells of a missed run: only after 170 hours is a run missing and not late, and CloudWatch looks back 7 days at most. Let the task report to a monitor of your own, or run it more often.',
      },
    ]);
  });

  it("leave missed runs out, and say so, where runs come to an end", async () => {
    const planned = await plan({ schedule: { cron: "0 3 * * ? 2027" } });
    expect(ofType(planned, alarmType).map(({ name }) => name)).toEqual(["nightly-dead-letters"]);
    expect(planned.messages.map(({ text }) => text)).toEqual([
      'ScheduledTask "nightly": No alarm tells of a missed run: its runs end with the years that it names. Let the task report to a monitor of your own, or run it more often.',
    ]);
  });

  it.each<Partial<ScheduledTaskArgs>>([{ schedule: { at: "2027-01-31T03:00:00" } }, { enabled: false }])(
    "leave missed runs out without a word for %j",
    async (args) => {
      const planned = await plan(args);
      expect(ofType(planned, alarmType).map(({ name }) => name)).toEqual(["nightly-dead-letters"]);
      expect(ofType(planned, "aws:sqs/queue:Queue").map(({ name }) => name)).toEqual(["nightly-dead-letters"]);
      expect(planned.messages).toEqual([]);
    },
  );
});
