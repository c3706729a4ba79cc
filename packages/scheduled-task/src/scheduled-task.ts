import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { inWords } from "./duration.ts";
import { missedRunWindow, secondsUntilMissing } from "./missed-run-window.ts";
import { createQueue } from "./queue.ts";
import { createDeadLetterAlarm, createMissedRunAlarm, type RunNews, tellOfFailures } from "./run-alarms.ts";
import { createFailureRule, createSuccessRule, type Runs } from "./run-rule.ts";
import { createSchedule, defaultMaximumEventAgeSeconds } from "./schedule.ts";
import { secondsBetweenRuns } from "./schedule-expression.ts";
import { createScheduleRole } from "./schedule-role.ts";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";
import { checkScheduledTask } from "./scheduled-task-check.ts";

/**
 * A task on a schedule of EventBridge Scheduler, and word of each run that is missed, not started or failed.
 *
 * It costs 0.20 USD a month for two alarms; 14 million starts a month, and the first million messages, are free. The
 * tasks cost what Fargate asks while they run, and nothing beside their hosts on EC2.
 */
export class ScheduledTask extends pulumi.ComponentResource {
  readonly scheduleName: pulumi.Output<string>;
  /** The schedule's group, which is also the ECS task group of its tasks. */
  readonly scheduleGroupName: pulumi.Output<string>;
  /** Holds what could not be started or told, for 14 days. */
  readonly deadLetterQueueUrl: pulumi.Output<string>;
  /** Worn by tasks in network mode awsvpc; let it in where they connect to. */
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: ScheduledTaskArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:scheduled-task:ScheduledTask", name, {}, opts);
    checkScheduledTask(this, name, args);
    const containerName = args.containerName ?? (args.task.containerNames[0] as string);

    const group = new aws.scheduler.ScheduleGroup(name, {}, { parent: this });
    const runs = { clusterArn: args.cluster.clusterArn, taskGroup: group.name, containerName };
    const failures = createFailureRule(this, `${name}-failed`, runs);
    const deadLetters = createQueue(this, `${name}-dead-letters`, failures);
    const role = createScheduleRole(this, name, args, { group, deadLetters });
    const securityGroup = createSecurityGroup(this, name, args);
    const schedule = createSchedule(this, name, args, {
      containerName,
      groupName: group.name,
      roleArn: role.arn,
      securityGroupId: securityGroup.id,
      deadLetterArn: deadLetters.arn,
    });

    const news = { alarmTopicArn: args.alarmTopicArn, deadLetters, logGroupName: args.task.logGroupName };
    createDeadLetterAlarm(this, name, news);
    tellOfFailures(this, name, failures, news);
    watchForMissedRuns(this, name, args, { runs, news });

    this.scheduleName = schedule.name;
    this.scheduleGroupName = group.name;
    this.deadLetterQueueUrl = deadLetters.url;
    this.securityGroupId = securityGroup.id;
    this.registerOutputs({ scheduleName: this.scheduleName, deadLetterQueueUrl: this.deadLetterQueueUrl });
  }
}

function createSecurityGroup(
  parent: pulumi.Resource,
  name: string,
  { vpcId }: ScheduledTaskArgs,
): aws.ec2.SecurityGroup {
  const group = new aws.ec2.SecurityGroup(name, { description: "Tasks of the schedule", vpcId }, { parent });
  new aws.vpc.SecurityGroupEgressRule(
    `${name}-https`,
    {
      securityGroupId: group.id,
      description: "HTTPS to AWS and beyond",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
    },
    { parent: group },
  );
  return group;
}

/** Counts the runs that ended well, and rings when one is missing; says so where CloudWatch cannot. */
function watchForMissedRuns(
  parent: pulumi.Resource,
  name: string,
  args: ScheduledTaskArgs,
  { runs, news }: { runs: Runs; news: RunNews },
): void {
  if (!(args.enabled ?? true) || "at" in args.schedule) return;
  const wait = longestWait(args);
  const window = wait === undefined ? undefined : missedRunWindow(wait);
  if (window === undefined) {
    void pulumi.log.warn(`ScheduledTask "${name}": ${unwatched(wait)}`, parent);
    return;
  }
  const successes = createSuccessRule(parent, `${name}-completed`, runs);
  const completedRuns = createQueue(parent, `${name}-completed`, successes);
  new aws.cloudwatch.EventTarget(`${name}-completed`, { rule: successes.name, arn: completedRuns.arn }, { parent });
  createMissedRunAlarm(parent, name, { completedRuns, window }, news);
}

/** The longest time without the end of a run while all is well; undefined where runs come to an end. */
function longestWait(args: ScheduledTaskArgs): number | undefined {
  const gap = secondsBetweenRuns(args.schedule);
  if (gap === undefined) return undefined;
  return secondsUntilMissing({
    secondsBetweenRuns: gap,
    flexibleWindowMinutes: args.flexibleWindowMinutes ?? 0,
    maximumEventAgeSeconds: args.maximumEventAgeSeconds ?? defaultMaximumEventAgeSeconds,
    longestRunMinutes: args.longestRunMinutes ?? 60,
  });
}

function unwatched(wait: number | undefined): string {
  const why =
    wait === undefined
      ? "its runs end with the years that it names"
      : `only after ${inWords(wait)} is a run missing and not late, and CloudWatch looks back 7 days at most`;
  return `No alarm tells of a missed run: ${why}. Let the task report to a monitor of your own, or run it more often.`;
}
