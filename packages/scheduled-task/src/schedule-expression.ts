import {
  cronMistake,
  judgeLimit,
  longestGapSeconds,
  readCron,
  refusalText,
  shortestGapSeconds,
  timeZoneMistake,
} from "@acme/rules";

/** When a task runs: at a rate, by a calendar, or once. */
export type Schedule = RateSchedule | CronSchedule | OneTimeSchedule;

/** Again and again, beginning when the schedule is created. */
export interface RateSchedule {
  /** The time between two runs: a whole number of at least 1, and its unit. */
  rate: { value: number; unit: "minutes" | "hours" | "days" };
}

/** By the calendar and the clock of a time zone. */
export interface CronSchedule extends InTimeZone {
  /**
   * Six fields: minute, hour, day of month, month, day of week (1 is Sunday), year. One of the two days is `?`:
   * `"0 3 * * ? *"` is three o'clock every day.
   */
  cron: string;
}

/** One run; the schedule stays afterwards and does nothing. */
export interface OneTimeSchedule extends InTimeZone {
  /** Date and time, `"2027-01-31T03:00:00"`. */
  at: string;
}

interface InTimeZone {
  /**
   * IANA name, such as `"Europe/Berlin"`. Where clocks are put forward, a run within the lost hour is skipped.
   *
   * @default "UTC"
   */
  timeZone?: string;
}

const seconds = { minutes: 60, hours: 3600, days: 86_400 };

/** What is wrong with a schedule, each with what to do; empty where AWS takes it. */
export function scheduleMistakes(schedule: Schedule): string[] {
  if ("rate" in schedule) return rateMistakes(schedule);
  const when = "cron" in schedule ? cronMistake(schedule.cron) : dateMistake(schedule.at);
  const timeZone = schedule.timeZone === undefined ? undefined : timeZoneMistake(schedule.timeZone);
  const tooLong = judgeLimit("schedule-expression-length", scheduleExpression(schedule).length);
  return [when, timeZone, tooLong && refusalText(tooLong)].filter((mistake) => mistake !== undefined);
}

/** The schedule as EventBridge Scheduler writes it, such as `rate(1 hour)`. */
export function scheduleExpression(schedule: Schedule): string {
  if ("cron" in schedule) return `cron(${schedule.cron.trim().replaceAll(/\s+/g, " ")})`;
  if ("at" in schedule) return `at(${schedule.at})`;
  const { value, unit } = schedule.rate;
  return `rate(${value} ${value === 1 ? unit.slice(0, -1) : unit})`;
}

/**
 * The longest time between two runs in seconds, or undefined where runs come to an end: once, or in named years only.
 * By the calendar it is an hour off where clocks are put forward or back.
 */
export function secondsBetweenRuns(schedule: Schedule): number | undefined {
  if ("rate" in schedule) return schedule.rate.value * seconds[schedule.rate.unit];
  const cron = "cron" in schedule ? readCron(schedule.cron) : "";
  return typeof cron === "string" || !cron.everyYear ? undefined : longestGapSeconds(cron);
}

/**
 * The shortest time between two runs in seconds, or undefined for a single run. By the calendar it is an hour less where
 * clocks are put forward.
 */
export function shortestSecondsBetweenRuns(schedule: Schedule): number | undefined {
  if ("rate" in schedule) return schedule.rate.value * seconds[schedule.rate.unit];
  const cron = "cron" in schedule ? readCron(schedule.cron) : "";
  return typeof cron === "string" ? undefined : shortestGapSeconds(cron);
}

function rateMistakes({ rate: { value, unit } }: RateSchedule): string[] {
  const wrongUnit = unit in seconds ? [] : [`The rate's unit "${unit}" does not exist. Use minutes, hours or days.`];
  if (Number.isSafeInteger(value) && value >= 1) return wrongUnit;
  return [
    `The rate's value ${value} is no whole number from 1 on. Use one, in a smaller unit if need be.`,
    ...wrongUnit,
  ];
}

function dateMistake(at: string): string | undefined {
  const date = new Date(`${at}Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === at;
  return real ? undefined : `"${at}" is no date and time. Use the form 2027-01-31T03:00:00.`;
}
