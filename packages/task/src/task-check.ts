import {
  judgeLimit,
  judgeLogRetention,
  judgeTask,
  type LaunchType,
  type LimitId,
  refusalText,
  type TaskShape,
} from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import type { ContainerArgs } from "./container.ts";
import { containerMistakes } from "./container-check.ts";
import { sizeMistakes } from "./container-size.ts";
import { linuxMistakes, windowsMistakes } from "./file-system-check.ts";
import type { Mount } from "./mount.ts";
import type { TaskDefinitionArgs } from "./task-definition-args.ts";
import { runsOnWindows } from "./task-system.ts";

/** Refuses what AWS would refuse or what could not run, all at once; says what passes with a warning. */
export function checkTask(task: pulumi.Resource, name: string, args: TaskDefinitionArgs, shape: TaskShape): void {
  const refusals = judgeTask(shape, args.ruleOverrides);
  const errors = [
    ...refusals.filter((refusal) => refusal.severity === "error").map(refusalText),
    ...nameMistakes(name),
    ...orderMistakes(args.containers),
    ...args.containers.flatMap((container) => containerMistakes(container)),
    ...(runsOnWindows(args) ? windowsMistakes(args) : linuxMistakes(args, shape)),
    ...sharedMistakes(args),
    ...sizeMistakes(args),
    ...volumeMistakes(args.volumes ?? []),
    ...limitMistakes(args.containers, shape.launchType),
    ...retentionMistakes(args.logRetentionDays),
  ];
  if (errors.length > 0) throw new pulumi.ResourceError(`TaskDefinition "${name}": ${errors.join(" ")}`, task, true);
  for (const refusal of refusals) void pulumi.log.warn(`TaskDefinition "${name}": ${refusalText(refusal)}`, task);
}

function orderMistakes(containers: ContainerArgs[]): string[] {
  const names = containers.map((container) => container.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  const mistakes: string[] = [];
  if (twice !== undefined) mistakes.push(`Two containers are called "${twice}". Give each a name of its own.`);
  if (!containers.some((container) => container.essential ?? true)) {
    mistakes.push("No container is essential. Leave essential out for the one that the task is for.");
  }
  for (const container of containers) {
    for (const other of Object.keys(container.dependsOn ?? {})) {
      if (!names.includes(other)) {
        mistakes.push(`"${container.name}" waits for "${other}", which is no container. Use ${names.join(", ")}.`);
      }
    }
  }
  return [
    ...mistakes,
    ...waitingInCircle(containers),
    ...unhealthyForEver(containers),
    ...waitingForEssential(containers),
  ];
}

/** ECS refuses to wait for the end of a container whose end stops the task (ECS API, ContainerDependency). */
function waitingForEssential(containers: ContainerArgs[]): string[] {
  const essential = new Set(containers.filter((each) => each.essential ?? true).map((each) => each.name));
  return containers.flatMap((container) =>
    Object.entries(container.dependsOn ?? {})
      .filter(([other, condition]) => ["SUCCESS", "COMPLETE"].includes(condition) && essential.has(other))
      .map(
        ([other]) =>
          `"${container.name}" waits for the end of "${other}", which is essential. Set its essential to false.`,
      ),
  );
}

/** Role names of IAM have 64 characters; the longest here adds `-execution` and eight of Pulumi's. */
function nameMistakes(name: string): string[] {
  return /^[a-zA-Z][\w-]{0,45}$/.test(name)
    ? []
    : ["The name does not fit. Use a letter, then at most 45 letters, digits, - or _."];
}

/** Containers of one task share its network. */
function sharedMistakes({ containers }: TaskDefinitionArgs): string[] {
  const ports = containers.flatMap((each) => (each.portMappings ?? []).map(({ containerPort }) => containerPort));
  const port = ports.find((each, index) => ports.indexOf(each) !== index);
  return port === undefined
    ? []
    : [`Two containers listen on ${port}. Containers of a task share their network: give each its own.`];
}

function volumeMistakes(volumes: Mount[]): string[] {
  const twice = (values: string[]) => values.find((value, index) => values.indexOf(value) !== index);
  const name = twice(volumes.map((mount) => mount.name));
  const path = twice(volumes.map((mount) => mount.containerPath));
  return [
    ...(name === undefined ? [] : [`Two volumes are called "${name}". Mount each storage once.`]),
    ...(path === undefined ? [] : [`Two volumes are mounted at ${path}. Give each a path of its own.`]),
  ];
}

/** A container that waits for HEALTHY needs a health check to wait for. */
function unhealthyForEver(containers: ContainerArgs[]): string[] {
  const unchecked = new Set(containers.filter((each) => each.healthCheck === undefined).map((each) => each.name));
  return containers.flatMap((container) =>
    Object.entries(container.dependsOn ?? {})
      .filter(([other, condition]) => condition === "HEALTHY" && unchecked.has(other))
      .map(([other]) => `"${container.name}" waits until "${other}" is healthy, which has no health check. Add one.`),
  );
}

function waitingInCircle(containers: ContainerArgs[]): string[] {
  const waitsFor = new Map(containers.map((each) => [each.name, Object.keys(each.dependsOn ?? {})]));
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (waitsFor.get(from) ?? []).some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, to, seen);
    });
  const stuck = containers.find((each) => reaches(each.name, each.name, new Set()));
  return stuck === undefined ? [] : [`"${stuck.name}" waits for itself through dependsOn. Remove one of the steps.`];
}

function retentionMistakes(days: number | undefined): string[] {
  const refusal = days === undefined ? undefined : judgeLogRetention(days);
  return refusal === undefined ? [] : [refusalText(refusal)];
}

function limitMistakes(containers: ContainerArgs[], launchType: LaunchType): string[] {
  const bounded = containers.flatMap(({ healthCheck: check, stopTimeoutSeconds }): [LimitId, number | undefined][] => [
    ["health-check-interval", check?.intervalSeconds],
    ["health-check-timeout", check?.timeoutSeconds],
    ["health-check-retries", check?.retries],
    ["health-check-start-period", check?.startPeriodSeconds],
    ["stop-timeout-fargate", launchType === "FARGATE" ? stopTimeoutSeconds : undefined],
  ]);
  const refusals = bounded.map(([limit, value]) => (value === undefined ? undefined : judgeLimit(limit, value)));
  return refusals.filter((refusal) => refusal !== undefined).map(refusalText);
}
