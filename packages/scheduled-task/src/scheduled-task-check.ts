import { fargateStorageMistakes } from "@acme/cluster";
import { featureOn, hasOwnAddress, judgeLimit, type LimitId, platformOf, refusalText } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import { takeHostRoom } from "./host-room.ts";
import { scheduleMistakes } from "./schedule-expression.ts";
import { nameMistake } from "./schedule-name.ts";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";
import { hostMistakes, hostOf } from "./task-hosts.ts";

/** Refuses what AWS would refuse, and what would never run, all at once. Then takes room on the hosts of the task. */
export function checkScheduledTask(resource: pulumi.Resource, name: string, args: ScheduledTaskArgs): void {
  const mistakes = [
    nameMistake(name),
    ...scheduleMistakes(args.schedule),
    ...limitMistakes(args),
    ...longestRunMistakes(args),
    ...taskMistakes(args),
    ...capacityMistakes(args),
    ...hostMistakes(args),
    ...fargateStorageMistakes(args.cluster, args.task.shape),
    ...containerMistakes(args),
  ].filter((mistake) => mistake !== undefined);
  const title = `ScheduledTask "${name}"`;
  if (mistakes.length > 0) throw new pulumi.ResourceError(`${title}: ${mistakes.join(" ")}`, resource, true);
  takeHostRoom(resource, title, args);
}

function limitMistakes(args: ScheduledTaskArgs): string[] {
  const bounded: [LimitId, number | undefined][] = [
    ["schedule-flexible-window", args.flexibleWindowMinutes],
    ["schedule-retry-attempts", args.retryAttempts],
    ["schedule-maximum-event-age", args.maximumEventAgeSeconds],
    ["schedule-task-count", args.taskCount],
    ...networkLimits(args),
  ];
  const refusals = bounded.map(([limit, value]) => (value === undefined ? undefined : judgeLimit(limit, value)));
  return refusals.filter((refusal) => refusal !== undefined).map(refusalText);
}

function networkLimits(args: ScheduledTaskArgs): [LimitId, number][] {
  const { task, subnetIds } = args;
  if (!hasOwnAddress(task.shape)) return [];
  return [
    ["schedule-subnets", subnetIds.length],
    [
      "schedule-security-groups",
      task.clientSecurityGroupIds.length + 1 + (hostOf(args)?.taskSecurityGroupIds.length ?? 0),
    ],
  ];
}

function longestRunMistakes({ longestRunMinutes = 60 }: ScheduledTaskArgs): string[] {
  if (Number.isSafeInteger(longestRunMinutes) && longestRunMinutes >= 1) return [];
  return [`The longest run of ${longestRunMinutes} minutes is no whole number from 1 on. Use one, 60 for most.`];
}

function taskMistakes({ task: { shape, clientSecurityGroupIds } }: ScheduledTaskArgs): string[] {
  if (shape.launchType === "MANAGED_INSTANCES") {
    return [
      "The task is made for MANAGED_INSTANCES, and schedules run on Fargate and EC2. Use a task for one of them.",
    ];
  }
  const mistakes: string[] = [];
  if (shape.volumes.includes("ebs")) {
    mistakes.push(
      "The task has an EBS volume, which EventBridge Scheduler cannot configure. Use EFS or a bind volume.",
    );
  }
  if (clientSecurityGroupIds.length > 0 && !hasOwnAddress(shape)) {
    mistakes.push(
      `The task must wear a security group to reach its storage, and has none in network mode ${shape.networkMode}. Use awsvpc.`,
    );
  }
  return mistakes;
}

/** Outputs are not judged. */
function capacityMistakes({ task: { shape }, capacityProvider }: ScheduledTaskArgs): string[] {
  if (typeof capacityProvider !== "string" || shape.launchType === "MANAGED_INSTANCES") return [];
  const fargate = capacityProvider === "FARGATE" || capacityProvider === "FARGATE_SPOT";
  if (fargate !== (shape.launchType === "FARGATE")) {
    const fix = fargate ? "Leave capacityProvider out, or name hosts" : "Use FARGATE or FARGATE_SPOT";
    return [`A task for ${shape.launchType} does not run on ${capacityProvider}. ${fix}.`];
  }
  const platform = platformOf(shape.launchType, shape.operatingSystemFamily);
  const spot = platform === undefined ? undefined : featureOn("fargate-spot", platform);
  if (capacityProvider !== "FARGATE_SPOT" || spot?.supported !== false) return [];
  return [`Fargate Spot does not run ${shape.operatingSystemFamily}. Use FARGATE.`];
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
