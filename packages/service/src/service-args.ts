import type { ClusterReference } from "@acme/cluster";
import type { RuleOverride } from "@acme/rules";
import type * as pulumi from "@pulumi/pulumi";
import type { CapacityProviderStrategy } from "./capacity.ts";
import type { TaskReference } from "./task-reference.ts";

/** What every service is given, with a load balancer or without. */
export interface ServiceArgs {
  /** Cluster to run in: a `Cluster`, or an existing one by its names. Tasks for EC2 go to its `hosts`. */
  cluster: ClusterReference;
  /** What to run: a `TaskDefinition`. */
  task: TaskReference;
  /** VPC of the subnets; another one replaces the service and its security groups. */
  vpcId: pulumi.Input<string>;
  /**
   * Subnets of the tasks, which get no public address: they need a NAT gateway or endpoints for ECR, logs and secrets.
   * Tasks in another network mode than awsvpc have their host's address, and these are not looked at.
   */
  privateSubnetIds: pulumi.Input<string>[];
  /**
   * Tasks to keep running. With autoscaling it is the number to begin with; the autoscaler owns it from then on.
   *
   * @default - `autoscaling.minimumTasks`, or 2 without autoscaling: one in each of two zones
   */
  desiredCount?: number;
  /**
   * Where the tasks run, by weight. Another strategy is an update of the service in place, with a new deployment. So is
   * every other change of the service, even of `desiredCount`: each starts all its tasks anew, behind the same checks.
   * The cluster's own default is not taken over in silence, because AWS writes it into the service, and the provider
   * would see a difference at the next `up` (https://github.com/hashicorp/terraform-provider-aws/issues/22823): pass it
   * here.
   *
   * AWS does not let a service move between Fargate and hosts
   * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html): that `up` needs
   * `--replace <URN of the service>`, and the old service goes when the new one is steady.
   *
   * Room for the tasks is judged where they all go to one group of the cluster's `hosts`: by default, or where its
   * `capacityProviderName` is the only one here. Elsewhere a message says that it is not.
   *
   * @default - all on `FARGATE`, on demand; tasks for EC2 on the cluster's hosts of their operating system and processor,
   * of which there must be one group
   */
  capacityProviderStrategies?: CapacityProviderStrategy[];
  /**
   * How a new version replaces the old one.
   *
   * @default - a rolling update that never has fewer than the desired tasks
   */
  deployment?: DeploymentArgs;
  /** SNS topic that is told when an alarm begins and ends. */
  alarmTopicArn: pulumi.Input<string>;
  /**
   * Rules of AWS that this environment passes, each with its reason.
   *
   * @default []
   */
  ruleOverrides?: RuleOverride[];
}

/**
 * A rolling update: ECS starts new tasks, waits until they are healthy and stops old ones. Its circuit breaker and, behind
 * a load balancer, the alarms on errors and unhealthy targets bring the last version back.
 */
export interface DeploymentArgs {
  /**
   * Share of the desired tasks that stays healthy meanwhile, rounded up. Below 100 the service has fewer tasks while it
   * deploys: for hosts without room for one more. 0, with a `maximumPercent` of 100, stops all tasks before it starts new
   * ones.
   *
   * @default 100
   */
  minimumHealthyPercent?: number;
  /**
   * Share of the desired tasks that may run meanwhile, rounded down. More is faster, and is paid for minutes.
   *
   * @default 200
   */
  maximumPercent?: number;
  /**
   * Lets ECS move tasks until the zones are even. Needs a `maximumPercent` above 100.
   *
   * @default - true where `maximumPercent` is above 100
   */
  availabilityZoneRebalancing?: boolean;
  /**
   * How long `up` waits until the service is steady, and `destroy` until its tasks are gone. A broken version takes
   * three failed tasks, and the way back, before it is over: below 15 minutes `up` may give up first.
   *
   * @default - 20, and 40 for Windows, whose images have gigabytes and whose hosts take more than 10 minutes to start
   */
  timeoutMinutes?: number;
}
