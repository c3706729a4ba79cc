import type { ClusterReference } from "@acme/cluster";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { LoadBalancedAutoscalingArgs, ScheduledTasks } from "./autoscaling-args.ts";

type Metric =
  aws.types.input.appautoscaling.PolicyTargetTrackingScalingPolicyConfiguration["predefinedMetricSpecification"];

/** The service whose tasks are counted. */
export interface AutoscaledService {
  cluster: ClusterReference;
  service: aws.ecs.Service;
  /**
   * Load balancer and target group that count the requests.
   *
   * @default - requests are not counted
   */
  requests?: { loadBalancer: aws.lb.LoadBalancer; targetGroup: aws.lb.TargetGroup };
}

/** Registers the service with Application Auto Scaling: limits, what to hold, and schedules. It costs nothing but its alarms. */
export function createAutoscaling(
  parent: pulumi.Resource,
  name: string,
  args: LoadBalancedAutoscalingArgs,
  { cluster, service, requests }: AutoscaledService,
): void {
  const target = new aws.appautoscaling.Target(
    name,
    {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: pulumi.interpolate`service/${cluster.clusterName}/${service.name}`,
      minCapacity: args.minimumTasks,
      maxCapacity: args.maximumTasks,
    },
    { parent },
  );
  const cpuPercent = args.cpuPercent ?? (args.requestsPerTaskPerMinute === undefined ? 60 : undefined);
  if (cpuPercent !== undefined) {
    hold(target, `${name}-cpu`, cpuPercent, { predefinedMetricType: "ECSServiceAverageCPUUtilization" });
  }
  if (requests !== undefined && args.requestsPerTaskPerMinute !== undefined) {
    hold(target, `${name}-requests`, args.requestsPerTaskPerMinute, {
      predefinedMetricType: "ALBRequestCountPerTarget",
      resourceLabel: pulumi.interpolate`${requests.loadBalancer.arnSuffix}/${requests.targetGroup.arnSuffix}`,
    });
  }
  for (const scheduled of args.schedule ?? []) createSchedule(target, name, scheduled);
}

/** Scales out after a minute of too much and in after five of too little, so that a short lull does not stop tasks. */
function hold(target: aws.appautoscaling.Target, name: string, targetValue: number, metric: Metric): void {
  new aws.appautoscaling.Policy(
    name,
    {
      policyType: "TargetTrackingScaling",
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      targetTrackingScalingPolicyConfiguration: {
        targetValue,
        predefinedMetricSpecification: metric,
        scaleOutCooldown: 60,
        scaleInCooldown: 300,
      },
    },
    { parent: target },
  );
}

function createSchedule(target: aws.appautoscaling.Target, name: string, scheduled: ScheduledTasks): void {
  new aws.appautoscaling.ScheduledAction(
    `${name}-${scheduled.name}`,
    {
      name: scheduled.name,
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      schedule: `cron(${scheduled.cron})`,
      timezone: scheduled.timeZone,
      scalableTargetAction: { minCapacity: scheduled.minimumTasks, maxCapacity: scheduled.maximumTasks },
    },
    { parent: target },
  );
}
