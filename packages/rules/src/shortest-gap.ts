import { daysOfMonth } from "./cron-day.ts";
import type { CronExpression } from "./cron-expression.ts";

const dayInSeconds = 86_400;

/** Weekdays and leap years come round every 28 years: twice that holds two runs of the rarest day. */
const years = Array.from({ length: 2 * 28 }, (_, index) => 2001 + index);

/**
 * The shortest time between two runs in seconds, by a clock that is never put forward or back. A cron expression that
 * names years is taken as if it ran in every year.
 */
export function shortestGapSeconds({ minutes, hours, days, months }: CronExpression): number {
  const times = hours.flatMap((hour) => minutes.map((minute) => (hour * 60 + minute) * 60));
  const overnight = (times[0] as number) - (times.at(-1) as number);
  return Math.min(narrowest(times), narrowest(runningDays(days, months)) * dayInSeconds + overnight);
}

/** The days on which there is a run, counted from 1970. */
function runningDays(rule: CronExpression["days"], months: number[]): number[] {
  return years.flatMap((year) =>
    months.flatMap((month) => {
      const first = new Date(Date.UTC(year, month - 1, 1));
      const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
      const before = first.getTime() / (dayInSeconds * 1000) - 1;
      return daysOfMonth(rule, length, first.getUTCDay() + 1).map((day) => before + day);
    }),
  );
}

function narrowest(ascending: number[]): number {
  return Math.min(...ascending.slice(1).map((value, index) => value - (ascending[index] as number)));
}
