import { describeLife } from "./life.ts";
import { accountAtHand } from "./on-aws/account.ts";

/** Only an emulated service is steady with an image that nobody has pushed. */
const newImage = (stack: string) =>
  accountAtHand() === undefined ? { [`${stack}:imageDigest`]: `sha256:${"1".repeat(64)}` } : {};

describeLife({
  environment: "dev",
  changes: {
    platform: { "platform:network.flowLogRetentionDays": 30 },
    "linux-web-api": {
      ...newImage("linux-web-api"),
      "linux-web-api:service.cpu": 512,
      "linux-web-api:service.memoryMiB": 1024,
      "linux-web-api:service.desiredCount": 2,
      "linux-web-api:files.throughputMode": "provisioned",
      "linux-web-api:files.provisionedThroughputMiBps": 8,
      "linux-web-api:logRetentionDays": 60,
    },
    "windows-iis": {
      ...newImage("windows-iis"),
      "windows-iis:service.memoryMiB": 2560,
      "windows-iis:service.desiredCount": 2,
      "windows-iis:hosts.maximumHosts": 3,
      "windows-iis:files.throughputCapacityMBps": 64,
      "windows-iis:logRetentionDays": 60,
    },
  },
});
