import type * as pulumi from "@pulumi/pulumi";
import type { AccessLogArgs } from "./access-log-bucket.ts";
import type { LoadBalancedAutoscalingArgs } from "./autoscaling-args.ts";
import type { DomainArgs } from "./certificate.ts";
import type { LoadBalancerAlarmArgs } from "./load-balancer-alarms.ts";
import type { ServiceArgs } from "./service-args.ts";
import type { HealthCheckArgs } from "./target-group.ts";
import type { TaskPort } from "./task-reference.ts";

/** What a service behind a load balancer is given. One of `domain` and `plainHttp` must be. */
export interface LoadBalancedServiceArgs extends ServiceArgs {
  /**
   * Subnets of the load balancer, in two zones or more.
   *
   * @default - none: they must be given unless the service is `internal`
   */
  publicSubnetIds?: pulumi.Input<string>[];
  /**
   * Puts the load balancer into the private subnets, without a public address: whoever can route to the VPC reaches it.
   *
   * @default false
   */
  internal?: boolean;
  /**
   * Name to serve under. Brings a certificate, HTTPS, and a redirect from HTTP to it.
   *
   * @default - the load balancer's own name, for which there is no certificate: `plainHttp` must say why that will do
   */
  domain?: DomainArgs;
  /**
   * Serves without TLS: whoever is on the way can read and change what is sent.
   *
   * @default - refused
   */
  plainHttp?: { reason: string };
  /**
   * Which port of the task gets the requests.
   *
   * @default - the task's only port; a task with several must name one
   */
  port?: TaskPort;
  /**
   * How the load balancer finds out whether a task can serve.
   *
   * @default - `/healthz` every 10 seconds
   */
  healthCheck?: HealthCheckArgs;
  /**
   * Seconds that a new task may fail its health check before it is replaced. Longer than the application takes to start.
   *
   * @default - 60, and 300 for Windows, where IIS takes minutes to start
   */
  healthCheckGracePeriodSeconds?: number;
  /**
   * Seconds that a task may take to finish its requests when it is to stop, 0–3600. Each deployment waits for it, so not
   * longer than the longest request.
   *
   * @default 30
   */
  drainSeconds?: number;
  /**
   * Lets the number of tasks follow CPU use, requests and the clock.
   *
   * @default - `desiredCount` tasks, always
   */
  autoscaling?: LoadBalancedAutoscalingArgs;
  /**
   * What is bad for this application.
   *
   * @default - 5 errors a minute
   */
  alarms?: LoadBalancerAlarmArgs;
  /**
   * What becomes of the access logs.
   *
   * @default - kept 90 days, and in the way of `destroy`
   */
  accessLogs?: AccessLogArgs;
  /**
   * Lets AWS refuse to delete the load balancer. Turn it off, and `up`, before `destroy`.
   *
   * @default true
   */
  deletionProtection?: boolean;
}
