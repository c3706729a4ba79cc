import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs, createAlarm } from "./alarm.ts";

/** What is bad for this application. */
export interface LoadBalancerAlarmArgs {
  /**
   * Answers of 500–599 in a minute, three minutes in a row. A number and not a share, because at night one failed
   * request of two would wake somebody.
   *
   * @default 5
   */
  errorsPerMinute?: number;
  /**
   * Seconds within which 99 of 100 requests are answered, five minutes in a row.
   *
   * @default - no alarm: what is slow depends on the application
   */
  latencyP99Seconds?: number;
}

/** What is watched, and who is told. */
export interface WatchedLoadBalancer {
  loadBalancer: aws.lb.LoadBalancer;
  targetGroup: aws.lb.TargetGroup;
  alarmTopicArn: pulumi.Input<string>;
}

/** Alarms that also bring the last version back when one begins during a deployment. */
export function createDeploymentAlarms(
  parent: pulumi.Resource,
  name: string,
  watched: WatchedLoadBalancer,
  { errorsPerMinute = 5 }: LoadBalancerAlarmArgs,
): aws.cloudwatch.MetricAlarm[] {
  const errors = {
    ...onTargets(watched),
    description: `${name}: the application answered with ${errorsPerMinute} or more errors a minute. Search its logs for exceptions; a deployment under way is rolled back.`,
    metricName: "HTTPCode_Target_5XX_Count",
    statistic: "Sum" as const,
    atLeast: errorsPerMinute,
    minutes: 3,
  };
  const unhealthy = {
    ...onTargets(watched),
    description: `${name}: a task has failed its health check for 3 minutes. Read its logs; ECS replaces it, and rolls a deployment under way back.`,
    metricName: "UnHealthyHostCount",
    statistic: "Maximum" as const,
    atLeast: 1,
    minutes: 3,
  };
  return [
    createAlarm(`${name}-target-errors`, errors, { parent }),
    createAlarm(`${name}-unhealthy-targets`, unhealthy, { parent }),
  ];
}

/** What the alarms of a running service need beside the load balancer. */
export interface ServingAlarmArgs extends LoadBalancerAlarmArgs {
  /** Healthy tasks that there always are; no alarm where that is 0. */
  tasks: number;
  /** The service, which must be steady first: silence is bad, and the alarm would begin with it. */
  service: pulumi.Resource;
}

/** Alarms on what clients notice: errors of the load balancer, too few tasks, and slowness where it has a number. */
export function createServingAlarms(
  parent: pulumi.Resource,
  name: string,
  watched: WatchedLoadBalancer,
  args: ServingAlarmArgs,
): aws.cloudwatch.MetricAlarm[] {
  const alarms = [createLoadBalancerErrorsAlarm(parent, name, watched, args.errorsPerMinute ?? 5)];
  if (args.tasks > 0) alarms.push(createTooFewTargetsAlarm(parent, name, watched, args));
  const { latencyP99Seconds } = args;
  if (latencyP99Seconds !== undefined) alarms.push(createLatencyAlarm(parent, name, watched, latencyP99Seconds));
  return alarms;
}

function createLoadBalancerErrorsAlarm(
  parent: pulumi.Resource,
  name: string,
  { loadBalancer, alarmTopicArn }: WatchedLoadBalancer,
  errorsPerMinute: number,
): aws.cloudwatch.MetricAlarm {
  return createAlarm(
    `${name}-load-balancer-errors`,
    {
      description: `${name}: the load balancer got no answer from the tasks ${errorsPerMinute} or more times a minute (502, 503, 504). Look whether tasks run and how they stopped; they may hang or be overloaded.`,
      namespace: "AWS/ApplicationELB",
      metricName: "HTTPCode_ELB_5XX_Count",
      dimensions: { LoadBalancer: loadBalancer.arnSuffix },
      statistic: "Sum",
      atLeast: errorsPerMinute,
      minutes: 3,
      silence: "good",
      alarmTopicArn,
    },
    { parent },
  );
}

function createTooFewTargetsAlarm(
  parent: pulumi.Resource,
  name: string,
  watched: WatchedLoadBalancer,
  { tasks, service }: ServingAlarmArgs,
): aws.cloudwatch.MetricAlarm {
  return createAlarm(
    `${name}-too-few-targets`,
    {
      ...onTargets(watched),
      description: `${name}: fewer than ${tasks} healthy tasks have served for 5 minutes; none at all is an outage. Read the service's events and why its last tasks stopped.`,
      metricName: "HealthyHostCount",
      statistic: "Minimum",
      below: tasks,
      minutes: 5,
      silence: "bad",
    },
    { parent, dependsOn: [service] },
  );
}

function createLatencyAlarm(
  parent: pulumi.Resource,
  name: string,
  watched: WatchedLoadBalancer,
  seconds: number,
): aws.cloudwatch.MetricAlarm {
  return createAlarm(
    `${name}-latency`,
    {
      ...onTargets(watched),
      description: `${name}: one of 100 requests has taken ${seconds} s or more for 5 minutes. Look at CPU, at the storage and at the systems that it calls.`,
      metricName: "TargetResponseTime",
      statistic: "p99",
      atLeast: seconds,
      minutes: 5,
    },
    { parent },
  );
}

function onTargets({ loadBalancer, targetGroup, alarmTopicArn }: WatchedLoadBalancer) {
  return {
    namespace: "AWS/ApplicationELB",
    dimensions: { LoadBalancer: loadBalancer.arnSuffix, TargetGroup: targetGroup.arnSuffix },
    silence: "good",
    alarmTopicArn,
  } satisfies Partial<AlarmArgs>;
}
