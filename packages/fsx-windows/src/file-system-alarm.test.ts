import { only, record } from "@acme/plan";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { createStorageAlarm } from "./file-system-alarm.ts";

class Owner extends pulumi.ComponentResource {
  constructor() {
    super("acme:test:Owner", "files", {});
    createStorageAlarm(this, "files", { fileSystemId: "fs-1", alarmTopicArn: "arn:topic" });
    this.registerOutputs({});
  }
}

describe("createStorageAlarm", () => {
  it("says that the storage fills up, and what to do", async () => {
    expect(only(await record(() => new Owner()), "aws:cloudwatch/metricAlarm:MetricAlarm").inputs).toEqual({
      alarmDescription:
        "files: 80 % of the storage has been used for 15 minutes; once it is full, nothing can be written. " +
        "Delete files, or raise storageCapacityGiB by 10 % or more, which cannot be taken back.",
      namespace: "AWS/FSx",
      metricName: "StorageCapacityUtilization",
      dimensions: { FileSystemId: "fs-1" },
      statistic: "Average",
      period: 60,
      evaluationPeriods: 15,
      datapointsToAlarm: 15,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 80,
      treatMissingData: "ignore",
      alarmActions: ["arn:topic"],
      okActions: ["arn:topic"],
    });
  });
});
