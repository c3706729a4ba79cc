import { api, type Evidence, guide } from "./evidence.ts";
import { error, type Refusal, warning } from "./refusal.ts";
import { type Platform, platformNames } from "./types.ts";

/** What one platform with instances makes of a size on the task; leaving it out is allowed on all of them. */
export interface Ec2TaskSizeRow extends Evidence {
  /** The platform that the row answers for. */
  platform: Exclude<Platform, "fargate-linux" | "fargate-windows">;
  /** The CPU units that a task may ask for, or `ignored` where only the containers' sizes count. */
  cpu: { minimum: number; maximum: number } | "ignored";
}

/** Task sizes on instances: any memory, and CPU units within a range; Windows ignores both. */
export const ec2TaskSizes: readonly Ec2TaskSizeRow[] = [
  {
    platform: "ec2-linux",
    cpu: { minimum: 128, maximum: 196608 },
    ...api("ecs RegisterTaskDefinitionRequest.cpu"),
  },
  { platform: "ec2-windows", cpu: "ignored", ...guide("windows_task_definitions") },
  {
    platform: "managed-instances-linux",
    cpu: { minimum: 128, maximum: 10240 },
    ...guide("task_definition_parameters-managed-instances"),
  },
];

/** Refuses CPU units that no instance takes, and warns about a size that the platform ignores. */
export function judgeEc2TaskSize(
  size: { cpu?: number; memoryMiB?: number },
  platform: Ec2TaskSizeRow["platform"],
): Refusal | undefined {
  const range = ec2TaskSizes.find((row) => row.platform === platform)?.cpu;
  if (range === "ignored") return ignoredSize(size, platform);
  const { cpu } = size;
  if (cpu === undefined || range === undefined) return undefined;
  const { minimum, maximum } = range;
  if (Number.isInteger(cpu) && cpu >= minimum && cpu <= maximum) return undefined;
  const nearest = Math.min(Math.max(Math.ceil(cpu), minimum), maximum);
  return error(
    "ec2-task-size",
    `${platformNames[platform]} takes no task of ${cpu} CPU units`,
    `Use ${minimum}–${maximum}, or leave cpu out; the nearest is ${nearest}`,
  );
}

function ignoredSize(size: { cpu?: number; memoryMiB?: number }, platform: Platform): Refusal | undefined {
  const given = (["cpu", "memoryMiB"] as const).filter((key) => size[key] !== undefined);
  if (given.length === 0) return undefined;
  return warning(
    "ec2-task-size",
    `${platformNames[platform]} ignores the task's ${given.map((key) => `${key} ${size[key]}`).join(" and ")}`,
    "Set cpu and memoryMiB on every container",
  );
}
