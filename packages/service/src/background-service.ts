import * as pulumi from "@pulumi/pulumi";
import { createAutoscaling } from "./autoscaling.ts";
import { type AutoscalingArgs, leastTasks } from "./autoscaling-args.ts";
import { createDashboard } from "./dashboard.ts";
import { deploymentOf } from "./deployment.ts";
import { deployedTaskDefinition } from "./rollout.ts";
import { createTaskGroup } from "./security-groups.ts";
import { createService } from "./service.ts";
import { createRunningTasksAlarm, createUseAlarms, tasksThatStay } from "./service-alarms.ts";
import type { ServiceArgs } from "./service-args.ts";
import { checkService } from "./service-check.ts";

/** What a service without a load balancer is given. */
export interface BackgroundServiceArgs extends ServiceArgs {
  /**
   * Lets the number of tasks follow CPU use and the clock.
   *
   * @default - `desiredCount` tasks, always
   */
  autoscaling?: AutoscalingArgs;
}

/**
 * Tasks that are kept running and that nobody calls: workers of a queue, pollers. Nothing reaches them from outside.
 *
 * A deployment whose tasks do not stay up is rolled back by the circuit breaker. Beside its tasks it costs 0.30 USD for
 * three alarms and 3.00 USD for a dashboard a month. The alarm on too few tasks needs Container Insights in the cluster.
 */
export class BackgroundService extends pulumi.ComponentResource {
  readonly serviceName: pulumi.Output<string>;
  readonly serviceArn: pulumi.Output<string>;
  /**
   * Security group of the tasks; add an egress rule to it for what they call other than HTTPS. In another network mode than
   * awsvpc nobody wears it: the group of their hosts holds.
   */
  readonly taskSecurityGroupId: pulumi.Output<string>;
  /** ARN of the task definition that runs. Fails `up` where ECS went back to an older one. */
  readonly taskDefinitionArn: pulumi.Output<string>;
  readonly dashboardName: pulumi.Output<string>;

  constructor(name: string, args: BackgroundServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:service:BackgroundService", name, {}, opts);
    const { cluster, task, autoscaling, alarmTopicArn } = args;
    const { clusterName } = cluster;
    const title = `BackgroundService "${name}"`;
    const desiredCount = args.desiredCount ?? autoscaling?.minimumTasks ?? 2;
    checkService(this, title, { args, desiredCount, autoscaling, mistakes: nameMistakes(name) });

    const tasks = createTaskGroup(this, name, args.vpcId);
    const service = createService(this, name, args, {
      desiredCount,
      autoscaled: autoscaling !== undefined,
      taskSecurityGroupId: tasks.group.id,
      dependsOn: tasks.rules,
    });
    if (autoscaling !== undefined) createAutoscaling(this, name, autoscaling, { cluster, service });

    const watched = { clusterName, serviceName: service.name, alarmTopicArn };
    const staying = tasksThatStay(leastTasks(desiredCount, autoscaling), deploymentOf(args).minimumHealthyPercent);
    const alarms = createUseAlarms(this, name, watched);
    if (staying > 0) alarms.push(createRunningTasksAlarm(this, name, { ...watched, tasks: staying }));
    const dashboard = createDashboard(this, name, {
      clusterName,
      serviceName: service.name,
      alarmArns: alarms.map((alarm) => alarm.arn),
    });

    this.serviceName = service.name;
    this.serviceArn = service.id;
    this.taskSecurityGroupId = tasks.group.id;
    this.taskDefinitionArn = deployedTaskDefinition(this, title, service, task.taskDefinitionArn);
    this.dashboardName = dashboard.dashboardName;
    this.registerOutputs({ serviceName: this.serviceName, taskDefinitionArn: this.taskDefinitionArn });
  }
}

function nameMistakes(name: string): string[] {
  if (/^[a-zA-Z][a-zA-Z0-9-]{0,45}$/.test(name)) return [];
  return [
    `The service and its alarms cannot be named after "${name}". ` +
      "Use up to 46 letters, digits and hyphens that begin with a letter.",
  ];
}
