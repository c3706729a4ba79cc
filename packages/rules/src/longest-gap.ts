import type { CronExpression } from "./cron-expression.ts";
import { runningDays } from "./running-days.ts";

const dayInSeconds = 86_400;

/**
 * The longest time between two runs in seconds, by a clock that is never put forward or back. A cron expression that
 * names years is taken as if it ran in every year.
 */
export function longestGapSeconds({ minutes, hours, days, months }: CronExpression): number {
  const times = hours.flatMap((hour) => minutes.map((minute) => (hour * 60 + minute) * 60));
  const withinDay = widest(times);
  const overnight = (times[0] as number) - (times.at(-1) as number);
  return Math.max(withinDay, widest(runningDays(days, months)) * dayInSeconds + overnight);
}

function widest(ascending: number[]): number {
  return ascending.reduce(
    (gap, value, index) => Math.max(gap, index === 0 ? 0 : value - (ascending[index - 1] ?? value)),
    0,
  );
}
