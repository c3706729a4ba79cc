import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** A metric, when it is bad, and what that means. */
export interface AlarmArgs {
  /** For the person who is woken: what it means, then what to look at. */
  description: string;
  namespace: string;
  metricName: string;
  dimensions: Record<string, pulumi.Input<string>>;
  /** Statistic of each minute; a percentile is written `p99`. */
  statistic: "Sum" | "Average" | "Minimum" | "Maximum" | "p99";
  /** Bad is this number or more. Give this or `below`. */
  atLeast?: number;
  /** Bad is less than this number. */
  below?: number;
  /** Minutes in a row that must be bad. */
  minutes: number;
  /** What a minute without data is: bad where silence means that nothing runs. */
  silence: "bad" | "good";
  /** SNS topic that is told of the beginning and of the end. */
  alarmTopicArn: pulumi.Input<string>;
}

/** Creates an alarm on one metric, minute by minute. It costs 0.10 USD a month. */
export function createAlarm(
  name: string,
  args: AlarmArgs,
  opts: pulumi.CustomResourceOptions,
): aws.cloudwatch.MetricAlarm {
  const percentile = args.statistic === "p99";
  return new aws.cloudwatch.MetricAlarm(
    name,
    {
      alarmDescription: args.description,
      namespace: args.namespace,
      metricName: args.metricName,
      dimensions: args.dimensions,
      [percentile ? "extendedStatistic" : "statistic"]: args.statistic,
      period: 60,
      evaluationPeriods: args.minutes,
      datapointsToAlarm: args.minutes,
      comparisonOperator: args.below === undefined ? "GreaterThanOrEqualToThreshold" : "LessThanThreshold",
      threshold: args.below ?? args.atLeast,
      treatMissingData: args.silence === "bad" ? "breaching" : "notBreaching",
      alarmActions: [args.alarmTopicArn],
      okActions: [args.alarmTopicArn],
    },
    opts,
  );
}
