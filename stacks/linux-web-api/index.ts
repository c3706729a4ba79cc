import { AlarmTopic } from "@acme/alarms";
import { Cluster } from "@acme/cluster";
import { SharedFileSystem } from "@acme/efs";
import { EncryptionKey } from "@acme/kms";
import { ScheduledTask } from "@acme/scheduled-task";
import { LoadBalancedService } from "@acme/service";
import { platform } from "@acme/stack-platform";
import { registry } from "@acme/stack-registry";
import { TaskDefinition } from "@acme/task";
import { config as loadConfig } from "./config.ts";
import { webApiImage } from "./image.ts";
import { webApiTask } from "./task.ts";

export default async function () {
  const config = loadConfig();
  const { vpcId, publicSubnetIds, privateSubnetIds } = await platform();
  const image = webApiImage(registry().webApi, config.imageDigest);
  const isDisposable = config.disposable !== undefined;
  const protect = !isDisposable;

  const key = new EncryptionKey(
    "data",
    {
      description: "Files, logs, alarms and task storage of the web API",
      usedBy: ["cloudwatch-logs", "cloudwatch-alarms", "eventbridge", "fargate-storage"],
      deletionWindowDays: isDisposable ? 7 : 30,
    },
    { protect },
  );
  const alarms = new AlarmTopic("alarms", { kmsKeyArn: key.keyArn, emails: config.alarmEmails });

  const { withoutBackup, ...throughput } = config.files;
  const files = new SharedFileSystem(
    "files",
    {
      vpcId,
      subnetIds: privateSubnetIds,
      kmsKeyArn: key.keyArn,
      backup: withoutBackup === undefined,
      ...throughput,
    },
    { protect },
  );

  const cluster = new Cluster("cluster", {
    kmsKeyArn: key.keyArn,
    executeCommandLogRetentionDays: config.logRetentionDays,
  });
  const task = new TaskDefinition("api", webApiTask({ config, image, cluster, files, key }));

  const api = new LoadBalancedService("api", {
    cluster,
    task,
    vpcId,
    publicSubnetIds,
    privateSubnetIds,
    desiredCount: config.service.desiredCount,
    capacityProviderStrategies: config.service.capacityProviderStrategies,
    autoscaling: config.service.autoscaling,
    domain: config.domain,
    plainHttp: config.plainHttp,
    deletionProtection: protect,
    accessLogs: { retentionDays: config.logRetentionDays, forceDestroy: isDisposable },
    alarmTopicArn: alarms.topicArn,
  });

  if (!image.isSample) {
    new ScheduledTask("sweep", {
      cluster,
      task,
      vpcId,
      subnetIds: privateSubnetIds,
      schedule: { cron: config.sweep.cron, timeZone: config.sweep.timeZone },
      command: ["sweep", "--older-than", config.sweep.olderThan],
      alarmTopicArn: alarms.topicArn,
    });
  }

  return { url: api.url, clusterName: cluster.clusterName, logGroupName: task.logGroupName };
}
