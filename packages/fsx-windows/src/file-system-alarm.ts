import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** The file system that is watched, and who hears of it. */
export interface WatchedFileSystem {
  fileSystemId: pulumi.Input<string>;
  alarmTopicArn: pulumi.Input<string>;
}

/**
 * An alarm on storage that fills up: it does not grow by itself. It stays as it is while the file servers are silent, as in
 * their maintenance, and costs 0.10 USD a month
 * (https://docs.aws.amazon.com/fsx/latest/WindowsGuide/fsx-windows-metrics.html).
 */
export function createStorageAlarm(
  parent: pulumi.Resource,
  name: string,
  { fileSystemId, alarmTopicArn }: WatchedFileSystem,
): aws.cloudwatch.MetricAlarm {
  return new aws.cloudwatch.MetricAlarm(
    `${name}-storage`,
    {
      alarmDescription: `${name}: 80 % of the storage has been used for 15 minutes; once it is full, nothing can be written. Delete files, or raise storageCapacityGiB by 10 % or more, which cannot be taken back.`,
      namespace: "AWS/FSx",
      metricName: "StorageCapacityUtilization",
      dimensions: { FileSystemId: fileSystemId },
      statistic: "Average",
      period: 60,
      evaluationPeriods: 15,
      datapointsToAlarm: 15,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 80,
      treatMissingData: "ignore",
      alarmActions: [alarmTopicArn],
      okActions: [alarmTopicArn],
    },
    { parent, protect: false },
  );
}
