import { judgeLimit, judgeTask, type LaunchType, type LimitId, refusalText, type TaskShape } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import type { ContainerArgs } from "./container.ts";
import type { Mount } from "./mount.ts";
import type { TaskDefinitionArgs } from "./task-definition-args.ts";

/** Refuses what AWS would refuse or what could not run, all at once; says what passes with a warning. */
export function checkTask(task: pulumi.Resource, name: string, args: TaskDefinitionArgs, shape: TaskShape): void {
  const refusals = judgeTask(shape, args.ruleOverrides);
  const errors = [
    ...refusals.filter((refusal) => refusal.severity === "error").map(refusalText),
    ...containerMistakes(args.containers),
    ...volumeMistakes(args.volumes ?? []),
    ...limitMistakes(args.containers, shape.launchType),
  ];
  if (errors.length > 0) throw new pulumi.ResourceError(`TaskDefinition "${name}": ${errors.join(" ")}`, task, true);
  for (const refusal of refusals) void pulumi.log.warn(`TaskDefinition "${name}": ${refusalText(refusal)}`, task);
}

function containerMistakes(containers: ContainerArgs[]): string[] {
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
    mistakes.push(...reasonMistakes(container));
  }
  return [...mistakes, ...waitingInCircle(containers), ...unhealthyForEver(containers)];
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

function reasonMistakes(container: ContainerArgs): string[] {
  if (container.writableRoot === undefined || container.writableRoot.reason.trim() !== "") return [];
  return [`The writable root of "${container.name}" has no reason. Say why it must write to its file system.`];
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
