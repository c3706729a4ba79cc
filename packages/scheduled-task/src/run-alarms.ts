import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { inWords } from "./duration.ts";
import type { MissedRunWindow } from "./missed-run-window.ts";

/** Where the news of a schedule's runs goes, and where a person finds more. */
export interface RunNews {
  alarmTopicArn: pulumi.Input<string>;
  deadLetters: aws.sqs.Queue;
  logGroupName: pulumi.Input<string>;
}

/** Rings while the dead-letter queue holds a message: AWS gave up starting a run, or telling of a failed one. */
export function createDeadLetterAlarm(
  parent: pulumi.Resource,
  name: string,
  news: RunNews,
): aws.cloudwatch.MetricAlarm {
  const { deadLetters, alarmTopicArn } = news;
  const read = pulumi.interpolate`aws sqs receive-message --message-attribute-names All --queue-url ${deadLetters.url}`;
  const alarmDescription = pulumi.interpolate`${name}: a run was not started, or the news of a failed run could not be sent, and AWS has given up. Read why in ERROR_MESSAGE: ${read}. Mend it, run the task again if its work cannot wait for the next run ("Run it again" in the README of scheduled-task), then empty the queue: aws sqs purge-queue --queue-url ${deadLetters.url}. The alarm ends with the last message.`;
  return new aws.cloudwatch.MetricAlarm(
    `${name}-dead-letters`,
    {
      alarmDescription,
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: deadLetters.name },
      statistic: "Maximum",
      period: 60,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      treatMissingData: "notBreaching",
      alarmActions: [alarmTopicArn],
      okActions: [alarmTopicArn],
    },
    { parent },
  );
}

/** Rings when no run has ended well for the window; a queue without messages sends no metric, which counts as missing. */
export function createMissedRunAlarm(
  parent: pulumi.Resource,
  name: string,
  { completedRuns, window }: { completedRuns: aws.sqs.Queue; window: MissedRunWindow },
  { alarmTopicArn, deadLetters, logGroupName }: RunNews,
): aws.cloudwatch.MetricAlarm {
  const { periodSeconds, evaluationPeriods } = window;
  const waited = inWords(periodSeconds * evaluationPeriods);
  const alarmDescription = pulumi.interpolate`${name}: no run has ended well for ${waited}. Right after the schedule is created this is expected, until the first run ends. Otherwise runs are not started, never end, or fail: is the schedule enabled, is there a message in ${deadLetters.url}, does a task of it still run in the cluster, what says the log group ${logGroupName}? Mend it and run the task again ("Run it again" in the README of scheduled-task). The alarm ends with the next run that ends well.`;
  return new aws.cloudwatch.MetricAlarm(
    `${name}-missed-run`,
    {
      alarmDescription,
      namespace: "AWS/SQS",
      metricName: "NumberOfMessagesSent",
      dimensions: { QueueName: completedRuns.name },
      statistic: "Sum",
      period: periodSeconds,
      evaluationPeriods,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "breaching",
      alarmActions: [alarmTopicArn],
      okActions: [alarmTopicArn],
    },
    { parent },
  );
}

/**
 * Sends a sentence about each failed run to the topic. Directly, and not through a metric of the rule: EventBridge tries
 * for a day to deliver an event and then leaves it in the dead-letter queue, while its metrics are best effort
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html) and hold no reason. The topic's policy,
 * and that of its key, must let `events.amazonaws.com` publish.
 */
export function tellOfFailures(
  parent: pulumi.Resource,
  name: string,
  failures: aws.cloudwatch.EventRule,
  { alarmTopicArn, deadLetters, logGroupName }: RunNews,
): aws.cloudwatch.EventTarget {
  const inputTemplate = pulumi.interpolate`"${name}: a run failed at <time>: <reason> (<code>). Task: <task>. Its output is in the log group ${logGroupName}. Mend the cause, and run the task again if its work cannot wait for the next run: see Run it again in the README of scheduled-task."`;
  return new aws.cloudwatch.EventTarget(
    `${name}-failed`,
    {
      rule: failures.name,
      arn: alarmTopicArn,
      inputTransformer: {
        inputPaths: {
          time: "$.time",
          reason: "$.detail.stoppedReason",
          code: "$.detail.stopCode",
          task: "$.detail.taskArn",
        },
        inputTemplate,
      },
      deadLetterConfig: { arn: deadLetters.arn },
    },
    { parent },
  );
}
