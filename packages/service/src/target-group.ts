import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { bounded } from "./bounded.ts";

/** How the load balancer finds out whether a task can serve. */
export interface HealthCheckArgs {
  /**
   * Path that answers 200 when the task can serve. It should not ask other systems: were they down, every task would be
   * replaced for it.
   *
   * @default "/healthz"
   */
  path?: string;
  /**
   * Seconds between two checks, 5–300.
   *
   * @default 10
   */
  intervalSeconds?: number;
  /**
   * Seconds to wait for the answer, less than the interval.
   *
   * @default 5
   */
  timeoutSeconds?: number;
  /**
   * Checks in a row, 2–10, that bring an unhealthy task back. A new task needs one only
   * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-healthcheck.html).
   *
   * @default 2
   */
  healthyThreshold?: number;
  /**
   * Failed checks in a row, 2–10, after which a task gets no requests and is replaced: with the interval, 30 seconds.
   *
   * @default 3
   */
  unhealthyThreshold?: number;
}

/** What a target group is made of. */
export interface TargetGroupArgs {
  vpcId: pulumi.Input<string>;
  containerPort: number;
  healthCheck: HealthCheckArgs;
  drainSeconds: number;
}

/**
 * Creates the target group of the tasks' addresses.
 *
 * The way from the load balancer to the tasks is HTTP within the VPC, between two security groups. Security Hub's ELB.21
 * and ELB.22 ask for HTTPS there: that takes a certificate in every container, which the load balancer does not check
 * anyway.
 *
 * Another container port leaves the group as it is: ECS registers each task with the task's own port, and a new group
 * would stand empty while clients were sent to it.
 */
export function createTargetGroup(parent: pulumi.Resource, name: string, args: TargetGroupArgs): aws.lb.TargetGroup {
  const { path, intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold } = healthOf(args.healthCheck);
  return new aws.lb.TargetGroup(
    name,
    {
      vpcId: args.vpcId,
      targetType: "ip",
      protocol: "HTTP",
      port: args.containerPort,
      deregistrationDelay: args.drainSeconds,
      stickiness: { type: "lb_cookie", enabled: false },
      healthCheck: {
        path,
        interval: intervalSeconds,
        timeout: timeoutSeconds,
        healthyThreshold,
        unhealthyThreshold,
        matcher: "200",
      },
    },
    { parent, ignoreChanges: ["port"] },
  );
}

/** What Elastic Load Balancing would refuse (botocore 1.43.107 elbv2 CreateTargetGroupInput). */
export function targetGroupMistakes(healthCheck: HealthCheckArgs, drainSeconds: number): string[] {
  const check = healthOf(healthCheck);
  const mistakes = [
    ...bounded("healthCheck.intervalSeconds", check.intervalSeconds, 5, 300),
    ...bounded("healthCheck.timeoutSeconds", check.timeoutSeconds, 2, 120),
    ...bounded("healthCheck.healthyThreshold", check.healthyThreshold, 2, 10),
    ...bounded("healthCheck.unhealthyThreshold", check.unhealthyThreshold, 2, 10),
    ...bounded("drainSeconds", drainSeconds, 0, 3600),
  ];
  if (!check.path.startsWith("/")) {
    mistakes.push(`healthCheck.path "${check.path}" is no path. Begin it with a slash.`);
  }
  if (check.timeoutSeconds >= check.intervalSeconds) {
    mistakes.push(
      `healthCheck.timeoutSeconds ${check.timeoutSeconds} is not below the interval of ${check.intervalSeconds}. Lower it.`,
    );
  }
  return mistakes;
}

function healthOf(args: HealthCheckArgs): Required<HealthCheckArgs> {
  return {
    path: args.path ?? "/healthz",
    intervalSeconds: args.intervalSeconds ?? 10,
    timeoutSeconds: args.timeoutSeconds ?? 5,
    healthyThreshold: args.healthyThreshold ?? 2,
    unhealthyThreshold: args.unhealthyThreshold ?? 3,
  };
}
