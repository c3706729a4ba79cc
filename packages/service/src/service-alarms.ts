import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { createAlarm } from "./alarm.ts";

/** The service that is watched. */
export interface WatchedService {
  clusterName: pulumi.Input<string>;
  serviceName: pulumi.Input<string>;
  alarmTopicArn: pulumi.Input<string>;
}

/**
 * Alarms on what the tasks use. CPU is slow to alarm, because work may need it and the autoscaler comes first; memory is
 * judged by the fullest task, because that one is killed whatever the others use.
 */
export function createUseAlarms(
  parent: pulumi.Resource,
  name: string,
  { clusterName, serviceName, alarmTopicArn }: WatchedService,
): aws.cloudwatch.MetricAlarm[] {
  const dimensions = { ClusterName: clusterName, ServiceName: serviceName };
  const common = { namespace: "AWS/ECS", dimensions, atLeast: 90, silence: "good" as const, alarmTopicArn };
  const cpu = {
    ...common,
    description: `${name}: the tasks have used 90 % of their CPU for 15 minutes and answer slowly. Look for a loop in the logs, or raise cpu or the number of tasks.`,
    metricName: "CPUUtilization",
    statistic: "Average" as const,
    minutes: 15,
  };
  const memory = {
    ...common,
    description: `${name}: a task has used 90 % of its memory for 5 minutes and is killed at 100 %. Look for a leak on the dashboard, or raise memoryMiB.`,
    metricName: "MemoryUtilization",
    statistic: "Maximum" as const,
    minutes: 5,
  };
  return [createAlarm(`${name}-cpu`, cpu, { parent }), createAlarm(`${name}-memory`, memory, { parent })];
}

/**
 * An alarm on too few running tasks, none at all above all: other metrics fall silent then. It needs Container Insights
 * in the cluster, whose RunningTaskCount it reads, and alarms without.
 */
export function createRunningTasksAlarm(
  parent: pulumi.Resource,
  name: string,
  { clusterName, serviceName, alarmTopicArn, tasks }: WatchedService & { tasks: number },
): aws.cloudwatch.MetricAlarm {
  return createAlarm(
    `${name}-too-few-tasks`,
    {
      description: `${name}: fewer than ${tasks} tasks have run for 5 minutes. Read the service's events and why its last tasks stopped.`,
      namespace: "ECS/ContainerInsights",
      metricName: "RunningTaskCount",
      dimensions: { ClusterName: clusterName, ServiceName: serviceName },
      statistic: "Minimum",
      below: tasks,
      minutes: 5,
      silence: "bad",
      alarmTopicArn,
    },
    { parent },
  );
}

/** Tasks that are up even while the service deploys: ECS rounds the healthy share up. */
export function tasksThatStay(leastTasks: number, minimumHealthyPercent: number): number {
  return Math.ceil((leastTasks * Math.min(minimumHealthyPercent, 100)) / 100);
}
