import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { placeOf } from "./run-place.ts";
import { scheduleExpression } from "./schedule-expression.ts";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";

/** For how long AWS tries to start a run, where nothing else is said. */
export const defaultMaximumEventAgeSeconds = 3600;

/** What the schedule is tied to. */
export interface ScheduleParts {
  containerName: string;
  groupName: pulumi.Input<string>;
  roleArn: pulumi.Input<string>;
  securityGroupId: pulumi.Input<string>;
  deadLetterArn: pulumi.Input<string>;
}

/** The schedule itself, in its group, with the task as its target. */
export function createSchedule(
  parent: pulumi.Resource,
  name: string,
  args: ScheduledTaskArgs,
  parts: ScheduleParts,
): aws.scheduler.Schedule {
  const { schedule, flexibleWindowMinutes } = args;
  return new aws.scheduler.Schedule(
    name,
    {
      groupName: parts.groupName,
      description: descriptionOf(name, parts.containerName, args.command),
      scheduleExpression: scheduleExpression(schedule),
      scheduleExpressionTimezone: ("timeZone" in schedule ? schedule.timeZone : undefined) ?? "UTC",
      flexibleTimeWindow:
        flexibleWindowMinutes === undefined
          ? { mode: "OFF" }
          : { mode: "FLEXIBLE", maximumWindowInMinutes: flexibleWindowMinutes },
      state: (args.enabled ?? true) ? "ENABLED" : "DISABLED",
      target: scheduleTarget(args, parts),
    },
    { parent },
  );
}

/** The container, whose it is, and the command if it has one; AWS takes 512 characters (botocore scheduler Description). */
function descriptionOf(name: string, containerName: string, command: string[] | undefined): string {
  const what = `Runs ${containerName} of ${name}`;
  const text = command === undefined ? what : `${what}: ${command.join(" ").replaceAll(/\s+/g, " ")}`;
  return text.length <= 512 ? text : `${text.slice(0, 511)}…`;
}

function scheduleTarget(
  args: ScheduledTaskArgs,
  { containerName, groupName, roleArn, securityGroupId, deadLetterArn }: ScheduleParts,
): aws.types.input.scheduler.ScheduleTarget {
  const { cluster, task, command } = args;
  return {
    arn: cluster.clusterArn,
    roleArn,
    input:
      command === undefined ? undefined : JSON.stringify({ containerOverrides: [{ name: containerName, command }] }),
    retryPolicy: {
      maximumRetryAttempts: args.retryAttempts ?? 3,
      maximumEventAgeInSeconds: args.maximumEventAgeSeconds ?? defaultMaximumEventAgeSeconds,
    },
    deadLetterConfig: { arn: deadLetterArn },
    ecsParameters: {
      taskDefinitionArn: task.taskDefinitionArn,
      taskCount: args.taskCount ?? 1,
      group: groupName,
      ...placeOf(args, securityGroupId),
      enableEcsManagedTags: true,
      enableExecuteCommand: task.executeCommand,
      propagateTags: (args.propagateTags ?? true) ? "TASK_DEFINITION" : undefined,
    },
  };
}
