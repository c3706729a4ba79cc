import type { ClusterReference } from "@acme/cluster";
import type { TaskDefinition } from "@acme/task";
import type * as pulumi from "@pulumi/pulumi";
import type { Schedule } from "./schedule-expression.ts";

/** What a schedule needs of a task definition; a `TaskDefinition` has it. */
export type SchedulableTask = Pick<
  TaskDefinition,
  | "taskDefinitionArn"
  | "familyArn"
  | "taskRoleArn"
  | "executionRoleArn"
  | "logGroupName"
  | "clientSecurityGroupIds"
  | "containerNames"
  | "shape"
  | "executeCommand"
>;

/** What runs, where, when, and who hears of it when it does not. */
export interface ScheduledTaskArgs {
  /** The cluster that the task runs in. It must have the capacity provider. Tasks for EC2 go to its `hosts`. */
  cluster: ClusterReference;
  /**
   * What runs: this very revision, until the next `up`. Make it idempotent: a schedule fires at least once, and a run
   * begins even while the one before goes on.
   */
  task: SchedulableTask;
  /** VPC of the subnets. */
  vpcId: pulumi.Input<string>;
  /**
   * Private subnets, 1–16, with a way to ECR, CloudWatch Logs and what the task calls: a NAT gateway or endpoints. Tasks in
   * another network mode than awsvpc have their host's address, and these are not looked at.
   */
  subnetIds: pulumi.Input<string>[];
  /** When it runs. */
  schedule: Schedule;
  /** SNS topic of the alarms; its policy must let `cloudwatch.amazonaws.com` and `events.amazonaws.com` publish. */
  alarmTopicArn: pulumi.Input<string>;
  /**
   * The command of the job's container, in place of its image's or its task definition's. In it
   * `<aws.scheduler.scheduled-time>` stands for the time at which the run was due.
   *
   * @default - the task definition's own
   */
  command?: string[];
  /**
   * The container that does the job: it gets the command, and its exit code decides whether a run failed.
   *
   * @default - the first container of the task
   */
  containerName?: string;
  /**
   * Starts a run at any time within so many minutes, 1–1440, so that many schedules do not fire at once.
   *
   * @default - off: within the minute
   */
  flexibleWindowMinutes?: number;
  /**
   * How often AWS tries again to start a run, 0–185. A run that starts and fails is not repeated.
   *
   * @default 3
   */
  retryAttempts?: number;
  /**
   * For how long AWS tries to start a run, 60–86400. Give less than the time between two runs.
   *
   * @default 3600
   */
  maximumEventAgeSeconds?: number;
  /**
   * How long a run may take until it counts as missing, from its start to its end: a whole number from 1 on. The alarm
   * of missed runs waits for the longest time between two runs, the flexible window, `maximumEventAgeSeconds` and this,
   * 30 minutes at least. Less tells sooner; too little rings for a run that is only slow. Where clocks are put back an
   * hour, leave an hour for it. On hosts it also decides how many runs go on at once, for which there must be room.
   *
   * @default 60
   */
  longestRunMinutes?: number;
  /**
   * False keeps everything and starts nothing; the alarm of missed runs is then left out.
   *
   * @default true
   */
  enabled?: boolean;
  /**
   * Tasks that each run starts, 1–10.
   *
   * @default 1
   */
  taskCount?: number;
  /**
   * Where the task runs. A task for Fargate: `FARGATE`, or `FARGATE_SPOT`, which costs up to 70 % less and runs no Windows;
   * AWS may end a run with two minutes' notice, which counts as a failed run. A task for EC2: `capacityProviderName` of
   * the cluster's hosts where several groups could run it; the name of any other, and a message says that room on it is
   * not judged.
   *
   * @default - `FARGATE`; for EC2 the cluster's hosts of the task's operating system and processor, of which there must be
   * one group
   */
  capacityProvider?: pulumi.Input<string>;
  /**
   * Gives the task definition's tags to each task, for the bill.
   *
   * @default true
   */
  propagateTags?: boolean;
}
