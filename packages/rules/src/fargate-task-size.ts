import { type Evidence, guide } from "./evidence.ts";
import { error, type Refusal } from "./refusal.ts";
import { isWindows, type OperatingSystemFamily } from "./types.ts";
import { either } from "./words.ts";

/** A task's share of a host: `cpu` in units of 1/1024 vCPU, memory in MiB. */
export interface TaskSize {
  /** CPU units of the whole task. */
  cpu: number;
  /** Memory of the whole task. */
  memoryMiB: number;
}

/** Memory that a number of CPU units accepts: a range with a step, or single values. */
export type MemoryChoice =
  | { minimumMiB: number; maximumMiB: number; stepMiB: number }
  | { valuesMiB: readonly number[] };

/** One row of AWS's table of Fargate task sizes. */
export interface FargateTaskSizeRow extends Evidence {
  /** CPU units of the task. */
  cpu: number;
  /** Memory that goes with them. */
  memory: MemoryChoice;
  /** Whether Windows tasks may have this size; Linux tasks may have every size. */
  windows: boolean;
}

const table = guide("fargate-tasks-services");

/** Every size that Fargate offers, smallest first; 32 vCPU takes three single values of memory, not a range. */
export const fargateTaskSizes: readonly FargateTaskSizeRow[] = [
  { cpu: 256, memory: { valuesMiB: [512, 1024, 2048] }, windows: false, ...table },
  { cpu: 512, memory: { minimumMiB: 1024, maximumMiB: 4096, stepMiB: 1024 }, windows: false, ...table },
  { cpu: 1024, memory: { minimumMiB: 2048, maximumMiB: 8192, stepMiB: 1024 }, windows: true, ...table },
  { cpu: 2048, memory: { minimumMiB: 4096, maximumMiB: 16384, stepMiB: 1024 }, windows: true, ...table },
  { cpu: 4096, memory: { minimumMiB: 8192, maximumMiB: 30720, stepMiB: 1024 }, windows: true, ...table },
  { cpu: 8192, memory: { minimumMiB: 16384, maximumMiB: 61440, stepMiB: 4096 }, windows: false, ...table },
  { cpu: 16384, memory: { minimumMiB: 32768, maximumMiB: 122880, stepMiB: 8192 }, windows: false, ...table },
  { cpu: 32768, memory: { valuesMiB: [61440, 122880, 249856] }, windows: false, ...table },
];

/** Every size of the table that the family may have, one by one, smallest first. */
export function listFargateTaskSizes(operatingSystemFamily: OperatingSystemFamily): TaskSize[] {
  return rowsFor(operatingSystemFamily).flatMap((row) =>
    memoryValues(row.memory).map((memoryMiB) => ({ cpu: row.cpu, memoryMiB })),
  );
}

/** Whether Fargate offers exactly this size to the family. */
export function isFargateTaskSize(size: TaskSize, operatingSystemFamily: OperatingSystemFamily): boolean {
  return rowsFor(operatingSystemFamily).some((row) => row.cpu === size.cpu && accepts(row, size.memoryMiB));
}

/**
 * The smallest offered size that carries the request, or the largest one when none does.
 * Fewer CPU units come before less memory, because the next number of CPU units costs more than any memory it saves.
 */
export function nearestFargateTaskSize(size: TaskSize, operatingSystemFamily: OperatingSystemFamily): TaskSize {
  const offered = listFargateTaskSizes(operatingSystemFamily);
  const carrying = offered.find((offer) => offer.cpu >= size.cpu && offer.memoryMiB >= size.memoryMiB);
  return carrying ?? (offered.at(-1) as TaskSize);
}

/** The memory that goes with the CPU units, as a message says it, or `none` when the family has no such size. */
export function describeFargateMemory(cpu: number, operatingSystemFamily: OperatingSystemFamily): string {
  const row = rowsFor(operatingSystemFamily).find((candidate) => candidate.cpu === cpu);
  if (!row) return "none";
  if ("valuesMiB" in row.memory) return either(row.memory.valuesMiB);
  const { minimumMiB, maximumMiB, stepMiB } = row.memory;
  const range = `${minimumMiB}–${maximumMiB}`;
  return stepMiB === 1024 ? range : `${range} in steps of ${stepMiB}`;
}

/** Refuses a size that Fargate does not offer to the family; both values are required there. */
export function judgeFargateTaskSize(
  size: Partial<TaskSize>,
  operatingSystemFamily: OperatingSystemFamily,
): Refusal | undefined {
  const { cpu, memoryMiB } = size;
  const system = isWindows(operatingSystemFamily) ? "Windows" : "Linux";
  const nearest = nearestFargateTaskSize({ cpu: cpu ?? 0, memoryMiB: memoryMiB ?? 0 }, operatingSystemFamily);
  const example = `Use cpu ${nearest.cpu} with ${nearest.memoryMiB} MiB`;
  if (cpu === undefined || memoryMiB === undefined) {
    const missing = cpu !== undefined ? "memoryMiB" : memoryMiB !== undefined ? "cpu" : "cpu and memoryMiB";
    return error("fargate-task-size", `A task on Fargate has no ${missing}`, example);
  }
  if (describeFargateMemory(cpu, operatingSystemFamily) === "none") {
    const sizes = either(rowsFor(operatingSystemFamily).map((row) => row.cpu));
    return error(
      "fargate-task-size",
      `Fargate has no ${system} task of ${cpu} CPU units`,
      `${example}; cpu may be ${sizes}`,
    );
  }
  if (isFargateTaskSize({ cpu, memoryMiB }, operatingSystemFamily)) return undefined;
  return error(
    "fargate-task-size",
    `${memoryMiB} MiB does not fit ${cpu} CPU units`,
    memoryFix({ cpu, memoryMiB }, nearest, operatingSystemFamily),
  );
}

function memoryFix(size: TaskSize, nearest: TaskSize, operatingSystemFamily: OperatingSystemFamily): string {
  const own = `Use ${describeFargateMemory(size.cpu, operatingSystemFamily)}`;
  const others = rowsFor(operatingSystemFamily).filter((row) => accepts(row, size.memoryMiB));
  if (others.length > 0) return `${own}, or cpu ${either(others.map((row) => row.cpu))}`;
  if (nearest.cpu === size.cpu) return `${own}; the nearest is ${nearest.memoryMiB}`;
  return `${own}, or cpu ${nearest.cpu} with ${nearest.memoryMiB} MiB`;
}

function rowsFor(operatingSystemFamily: OperatingSystemFamily): FargateTaskSizeRow[] {
  return fargateTaskSizes.filter((row) => row.windows || !isWindows(operatingSystemFamily));
}

function accepts(row: FargateTaskSizeRow, memoryMiB: number): boolean {
  return memoryValues(row.memory).includes(memoryMiB);
}

function memoryValues(memory: MemoryChoice): readonly number[] {
  if ("valuesMiB" in memory) return memory.valuesMiB;
  const { minimumMiB, maximumMiB, stepMiB } = memory;
  const count = (maximumMiB - minimumMiB) / stepMiB + 1;
  return Array.from({ length: count }, (_, index) => minimumMiB + index * stepMiB);
}
