import { AlarmTopic } from "@acme/alarms";
import { Cluster, WindowsCapacity } from "@acme/cluster";
import { WindowsFileSystem } from "@acme/fsx-windows";
import { EncryptionKey } from "@acme/kms";
import { ScheduledTask } from "@acme/scheduled-task";
import { LoadBalancedService } from "@acme/service";
import { registry } from "@acme/stack-registry";
import { TaskDefinition } from "@acme/task";
import { config as loadConfig } from "./config.ts";
import { platformWithDirectory } from "./directory.ts";
import { iisAppFiles } from "./files.ts";
import { iisAppHosts } from "./hosts.ts";
import { iisAppImage } from "./image.ts";
import { iisAppTask } from "./task.ts";

export default async function () {
  const config = loadConfig();
  const shared = await platformWithDirectory();
  const { vpcId, publicSubnetIds, privateSubnetIds } = shared;
  const image = iisAppImage(registry().iisApp, config.imageDigest);
  const isDisposable = config.disposable !== undefined;
  const protect = !isDisposable;

  const key = new EncryptionKey(
    "data",
    {
      description: "Files, hosts, logs and alarms of the IIS application",
      usedBy: ["cloudwatch-logs", "cloudwatch-alarms", "eventbridge", "ebs-auto-scaling"],
      deletionWindowDays: isDisposable ? 7 : 30,
    },
    { protect },
  );
  const alarms = new AlarmTopic("alarms", { kmsKeyArn: key.keyArn, emails: config.alarmEmails });

  const files = new WindowsFileSystem("files", iisAppFiles({ config, shared, key, alarms }), { protect });

  const cluster = new Cluster("cluster", {
    kmsKeyArn: key.keyArn,
    fargateStorageKey: "aws-owned",
    executeCommandLogRetentionDays: config.logRetentionDays,
    hosts: (cluster) => [new WindowsCapacity("hosts", iisAppHosts({ cluster, config, shared, files, key }))],
  });
  const task = new TaskDefinition("app", iisAppTask({ config, image, cluster, files, key }));

  const app = new LoadBalancedService("app", {
    cluster,
    task,
    vpcId,
    publicSubnetIds,
    privateSubnetIds,
    desiredCount: config.service.desiredCount,
    autoscaling: config.service.autoscaling,
    deployment: config.service.deployment,
    healthCheck: { path: image.healthPath },
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

  return { url: app.url, clusterName: cluster.clusterName, logGroupName: task.logGroupName };
}
