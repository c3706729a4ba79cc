import type { ContainerArgs } from "./container.ts";
import type { TaskDefinitionArgs } from "./task-definition-args.ts";
import { runsOnWindows } from "./task-system.ts";

/** What a host keeps for the task. EC2 Windows counts the containers' sizes alone. */
export function reservationOf(args: TaskDefinitionArgs): { cpu: number; memoryMiB: number } {
  const { containers } = args;
  const own = { cpu: sum(containers.map(({ cpu }) => cpu)), memoryMiB: sum(containers.map((each) => each.memoryMiB)) };
  if (args.launchType === "EC2" && runsOnWindows(args)) return own;
  return { cpu: args.cpu ?? own.cpu, memoryMiB: args.memoryMiB ?? own.memoryMiB };
}

/** On EC2 somebody must say how much a container may take: on Windows the container itself. */
export function sizeMistakes(args: TaskDefinitionArgs): string[] {
  const impossible = [
    ...args.containers.flatMap((each) => noSize(`"${each.name}"`, each)),
    ...noSize("The task", args),
  ];
  if (args.launchType !== "EC2" || impossible.length > 0) return impossible;
  return args.containers.flatMap((container) =>
    runsOnWindows(args) ? onWindows(container) : onLinux(container, args),
  );
}

function noSize(who: string, size: { cpu?: number; memoryMiB?: number }): string[] {
  return (["cpu", "memoryMiB"] as const)
    .filter((key) => size[key] !== undefined && !(Number.isInteger(size[key]) && size[key] > 0))
    .map((key) => `${who} has ${key} ${size[key]}, which is no size. Use a whole number from 1 on.`);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_definitions.html */
function onWindows(container: ContainerArgs): string[] {
  const missing = (["cpu", "memoryMiB"] as const).filter((key) => container[key] === undefined);
  if (missing.length === 0) return [];
  return [
    `"${container.name}" has no ${missing.join(" and ")} of its own, and EC2 Windows ignores the task's. Set it on the container.`,
  ];
}

/** botocore 1.43.107 ecs ContainerDefinition.memory */
function onLinux({ name, memoryMiB }: ContainerArgs, task: TaskDefinitionArgs): string[] {
  if (memoryMiB !== undefined || task.memoryMiB !== undefined) return [];
  return [`Neither "${name}" nor the task has a memory limit. Set memoryMiB on one of them.`];
}

function sum(sizes: (number | undefined)[]): number {
  return sizes.reduce<number>((total, size) => total + (size ?? 0), 0);
}
