import { describeLife } from "./life.ts";

const image = `sha256:${"1".repeat(64)}`;

describeLife({
  environment: "prod",
  changes: {
    registry: { "registry:pullAccountIds": ["210987654321"] },
    platform: { "platform:network.flowLogRetentionDays": 400 },
    "linux-web-api": {
      "linux-web-api:imageDigest": image,
      "linux-web-api:service.cpu": 1024,
      "linux-web-api:service.memoryMiB": 2048,
      "linux-web-api:service.autoscaling.maximumTasks": 12,
      "linux-web-api:sweep.cron": "30 2 * * ? *",
      "linux-web-api:sweep.olderThan": "60d",
      "linux-web-api:logRetentionDays": 400,
    },
    "windows-iis": {
      "windows-iis:imageDigest": image,
      "windows-iis:service.autoscaling.minimumTasks": 3,
      "windows-iis:sweep.cron": "30 2 * * ? *",
      "windows-iis:files.throughputCapacityMBps": 128,
      "windows-iis:files.storageCapacityGiB": 64,
      "windows-iis:logRetentionDays": 400,
    },
  },
});
