import type { Evidence } from "./evidence.ts";
import { fileSystemLimits } from "./file-system-limit.ts";
import { error, type Refusal } from "./refusal.ts";
import { scheduleLimits } from "./schedule-limit.ts";
import { serviceLimits } from "./service-limit.ts";
import { taskLimits } from "./task-limit.ts";
import { windowsFileSystemLimits } from "./windows-file-system-limit.ts";

/** The bounds of one number, without the name under which the table holds it. */
export interface LimitRow extends Evidence {
  /** What is bounded, to begin a sentence with once its first letter is raised. */
  what: string;
  /** The unit of the value; empty for a count. */
  unit: string;
  /**
   * Smallest value.
   *
   * @default - no lower bound but zero
   */
  minimum?: number;
  /** Largest value. */
  maximum: number;
  /**
   * What AWS takes when the value is left out; it may lie outside the bounds.
   *
   * @default - AWS has none, or the value is required
   */
  default?: number;
  /**
   * Values are multiples of this.
   *
   * @default 1
   */
  step?: number;
}

const rows = {
  ...taskLimits,
  ...serviceLimits,
  ...scheduleLimits,
  ...fileSystemLimits,
  ...windowsFileSystemLimits,
};

/** The name of a limit. */
export type LimitId = keyof typeof rows;

/** The bounds of one number, as AWS has them. */
export interface Limit extends LimitRow {
  /** The name of the limit, which is also its key in `limits`. */
  id: LimitId;
}

/** Every limit by its name. */
export const limits = Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { id, ...row }])) as Record<
  LimitId,
  Limit
>;

/** Refuses a number outside the bounds of the limit, or between its steps. */
export function judgeLimit(id: LimitId, value: number): Refusal | undefined {
  const limit: Limit = limits[id];
  const { minimum = 0, maximum, step = 1 } = limit;
  const isStep = Number.isFinite(value) && Math.abs(value / step - Math.round(value / step)) < 1e-9;
  if (isStep && value >= minimum && value <= maximum) return undefined;
  const what = limit.what.charAt(0).toUpperCase() + limit.what.slice(1);
  const unit = limit.unit.length > 1 ? ` ${limit.unit}` : limit.unit;
  const steps = step === 1 ? "" : ` in steps of ${step}`;
  const omit = value === limit.default ? `, or leave it out for the default of ${value}` : "";
  return error(
    "limit",
    `${what}: ${value}${unit} is not allowed`,
    `Use ${minimum}–${maximum}${unit}${steps}; the nearest is ${nearestInLimit(limit, value)}${omit}`,
  );
}

/** The allowed value that is closest to the given one; the smallest for what is not a number. */
export function nearestInLimit(limit: Limit, value: number): number {
  const { minimum = 0, maximum, step = 1 } = limit;
  if (Number.isNaN(value) || value <= minimum) return minimum;
  if (value >= maximum) return maximum;
  return Number((Math.round(value / step) * step).toFixed(6));
}
