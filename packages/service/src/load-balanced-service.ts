import * as pulumi from "@pulumi/pulumi";
import { createAutoscaling } from "./autoscaling.ts";
import { leastTasks } from "./autoscaling-args.ts";
import { createDashboard } from "./dashboard.ts";
import { deploymentOf, gracePeriodOf } from "./deployment.ts";
import { createEntrance } from "./entrance.ts";
import type { LoadBalancedServiceArgs } from "./load-balanced-service-args.ts";
import { loadBalancerMistakes, portOf } from "./load-balanced-service-check.ts";
import { createDeploymentAlarms, createServingAlarms } from "./load-balancer-alarms.ts";
import { deployedTaskDefinition } from "./rollout.ts";
import { createTaskGroup } from "./security-groups.ts";
import { createService } from "./service.ts";
import { createUseAlarms, tasksThatStay } from "./service-alarms.ts";
import { checkService } from "./service-check.ts";

/**
 * Tasks behind an Application Load Balancer of their own, reached by HTTPS under a name.
 *
 * A deployment is rolled back when its tasks do not stay up (circuit breaker), answer with errors or fail their health
 * check (alarms); `up` waits for the end of it, and fails when the old version came back. Beside its tasks it costs about
 * 27 USD a month in us-east-1, before traffic: load balancer 16.43, its two public addresses 7.30, dashboard 3.00, six
 * alarms 0.60.
 */
export class LoadBalancedService extends pulumi.ComponentResource {
  /** Where clients go. */
  readonly url: pulumi.Output<string>;
  readonly serviceName: pulumi.Output<string>;
  readonly serviceArn: pulumi.Output<string>;
  readonly loadBalancerArn: pulumi.Output<string>;
  readonly loadBalancerDnsName: pulumi.Output<string>;
  readonly targetGroupArn: pulumi.Output<string>;
  /** Security group of the tasks; add an egress rule to it for what they call other than HTTPS. */
  readonly taskSecurityGroupId: pulumi.Output<string>;
  /** ARN of the task definition that runs. Fails `up` where ECS went back to an older one. */
  readonly taskDefinitionArn: pulumi.Output<string>;
  readonly dashboardName: pulumi.Output<string>;

  constructor(name: string, args: LoadBalancedServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:service:LoadBalancedService", name, {}, opts);
    const { cluster, task, autoscaling, alarmTopicArn } = args;
    const { clusterName } = cluster;
    const title = `LoadBalancedService "${name}"`;
    const desiredCount = args.desiredCount ?? autoscaling?.minimumTasks ?? 2;
    checkService(this, title, { args, desiredCount, autoscaling, mistakes: loadBalancerMistakes(name, args) });

    const tasks = createTaskGroup(this, name, args.vpcId);
    const { loadBalancer, targetGroup, ready } = createEntrance(this, name, args, tasks);
    const traffic = { loadBalancer, targetGroup, alarmTopicArn };
    const deploymentAlarms = createDeploymentAlarms(this, name, traffic, args.alarms ?? {});
    const service = createService(this, name, args, {
      desiredCount,
      autoscaled: autoscaling !== undefined,
      taskSecurityGroupId: tasks.group.id,
      dependsOn: ready,
      traffic: {
        loadBalancer: { targetGroupArn: targetGroup.arn, ...portOf(args) },
        healthCheckGracePeriodSeconds: gracePeriodOf(args),
      },
      rollBackOn: deploymentAlarms.map((alarm) => alarm.name),
    });
    if (autoscaling !== undefined) createAutoscaling(this, name, autoscaling, { cluster, service, requests: traffic });

    const staying = tasksThatStay(leastTasks(desiredCount, autoscaling), deploymentOf(args).minimumHealthyPercent);
    const alarms = [
      ...deploymentAlarms,
      ...createServingAlarms(this, name, traffic, { ...args.alarms, tasks: staying, service }),
      ...createUseAlarms(this, name, { clusterName, serviceName: service.name, alarmTopicArn }),
    ];
    const dashboard = createDashboard(this, name, {
      clusterName,
      serviceName: service.name,
      alarmArns: alarms.map((alarm) => alarm.arn),
      traffic: { loadBalancer: loadBalancer.arnSuffix, targetGroup: targetGroup.arnSuffix },
    });

    this.url = args.domain
      ? pulumi.interpolate`https://${args.domain.name}`
      : pulumi.interpolate`http://${loadBalancer.dnsName}`;
    this.serviceName = service.name;
    this.serviceArn = service.id;
    this.loadBalancerArn = loadBalancer.arn;
    this.loadBalancerDnsName = loadBalancer.dnsName;
    this.targetGroupArn = targetGroup.arn;
    this.taskSecurityGroupId = tasks.group.id;
    this.taskDefinitionArn = deployedTaskDefinition(this, title, service, task.taskDefinitionArn);
    this.dashboardName = dashboard.dashboardName;
    this.registerOutputs({ url: this.url, serviceName: this.serviceName, taskDefinitionArn: this.taskDefinitionArn });
  }
}
