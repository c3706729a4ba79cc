import { featureOn, judgeLimit, type LimitId, platformOf, refusalText } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import { scheduleMistakes } from "./schedule-expression.ts";
import { nameMistake } from "./schedule-name.ts";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";

/** Refuses what AWS would refuse, and what would never run, all at once. */
export function checkScheduledTask(resource: pulumi.Resource, name: string, args: ScheduledTaskArgs): void {
  const mistakes = [
    nameMistake(name),
    ...scheduleMistakes(args.schedule),
    ...limitMistakes(args),
    ...longestRunMistakes(args),
    ...taskMistakes(args),
    ...containerMistakes(args),
  ].filter((mistake) => mistake !== undefined);
  if (mistakes.length === 0) return;
  throw new pulumi.ResourceError(`ScheduledTask "${name}": ${mistakes.join(" ")}`, resource, true);
}

function limitMistakes(args: ScheduledTaskArgs): string[] {
  const bounded: [LimitId, number | undefined][] = [
    ["schedule-flexible-window", args.flexibleWindowMinutes],
    ["schedule-retry-attempts", args.retryAttempts],
    ["schedule-maximum-event-age", args.maximumEventAgeSeconds],
    ["schedule-task-count", args.taskCount],
    ["schedule-subnets", args.subnetIds.length],
    ["schedule-security-groups", args.task.clientSecurityGroupIds.length + 1],
  ];
  const refusals = bounded.map(([limit, value]) => (value === undefined ? undefined : judgeLimit(limit, value)));
  return refusals.filter((refusal) => refusal !== undefined).map(refusalText);
}

function longestRunMistakes({ longestRunMinutes = 60 }: ScheduledTaskArgs): string[] {
  if (Number.isSafeInteger(longestRunMinutes) && longestRunMinutes >= 1) return [];
  return [`The longest run of ${longestRunMinutes} minutes is no whole number from 1 on. Use one, 60 for most.`];
}

function taskMistakes({ task: { shape }, capacityProvider }: ScheduledTaskArgs): string[] {
  if (shape.launchType !== "FARGATE") {
    return [`The task is made for ${shape.launchType}, and schedules run on Fargate. Use a task for FARGATE.`];
  }
  const mistakes: string[] = [];
  if (shape.volumes.includes("ebs")) {
    mistakes.push(
      "The task has an EBS volume, which EventBridge Scheduler cannot configure. Use EFS or a bind volume.",
    );
  }
  const platform = platformOf(shape.launchType, shape.operatingSystemFamily);
  const spot = platform === undefined ? undefined : featureOn("fargate-spot", platform);
  if (capacityProvider === "FARGATE_SPOT" && spot?.supported === false) {
    mistakes.push(`Fargate Spot does not run ${shape.operatingSystemFamily}. Use FARGATE.`);
  }
  return mistakes;
}

function containerMistakes({ task, containerName, command }: ScheduledTaskArgs): string[] {
  const names = task.containerNames;
  const mistakes: string[] = [];
  if (containerName !== undefined && !names.includes(containerName)) {
    mistakes.push(`The task has no container "${containerName}". Use ${names.join(" or ")}.`);
  }
  if (command?.length === 0) mistakes.push("The command is empty. Leave it out for the task definition's own.");
  return mistakes;
}
