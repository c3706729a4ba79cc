import { arnHere, createServiceRole, type ServiceRole } from "@acme/iam";
import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";

/**
 * The role with which EventBridge Scheduler starts the task. It is trusted for the schedule group: AWS asks not to
 * narrow it to one schedule
 * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html).
 */
export function createScheduleRole(
  parent: pulumi.Resource,
  name: string,
  args: ScheduledTaskArgs,
  { group, deadLetters }: { group: aws.scheduler.ScheduleGroup; deadLetters: aws.sqs.Queue },
): ServiceRole {
  return createServiceRole(parent, name, {
    service: "scheduler.amazonaws.com",
    sourceArn: group.arn,
    description: `Starts the scheduled task ${name}`,
    statements: [
      runTask(args),
      passRoles(args),
      ...((args.propagateTags ?? true) ? [tagTasks(args)] : []),
      { Sid: "KeepWhatFailed", Effect: "Allow", Action: ["sqs:SendMessage"], Resource: [deadLetters.arn] },
    ],
  });
}

/** All revisions, so that a retry of the revision before does not fail while a new one is deployed. */
function runTask({ cluster, task }: ScheduledTaskArgs): aws.iam.PolicyStatement {
  return {
    Sid: "RunTask",
    Effect: "Allow",
    Action: ["ecs:RunTask"],
    Resource: [task.familyArn, pulumi.interpolate`${task.familyArn}:*`],
    Condition: { ArnEquals: { "ecs:cluster": cluster.clusterArn } },
  };
}

function passRoles({ task }: ScheduledTaskArgs): aws.iam.PolicyStatement {
  return {
    Sid: "PassRolesOfTask",
    Effect: "Allow",
    Action: ["iam:PassRole"],
    Resource: [task.taskRoleArn, task.executionRoleArn],
    Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
  };
}

/** Tags given while a task is created are authorised as a TagResource of their own. */
function tagTasks({ cluster }: ScheduledTaskArgs): aws.iam.PolicyStatement {
  return {
    Sid: "TagTasks",
    Effect: "Allow",
    Action: ["ecs:TagResource"],
    Resource: [arnHere("ecs", pulumi.interpolate`task/${cluster.clusterName}/*`)],
    Condition: { StringEquals: { "ecs:CreateAction": "RunTask" } },
  };
}
