import type { CronExpression } from "./cron-expression.ts";
import { runningDays } from "./running-days.ts";

const dayInSeconds = 86_400;

/**
 * The shortest time between two runs in seconds, by a clock that is never put forward or back. A cron expression that
 * names years is taken as if it ran in every year.
 */
export function shortestGapSeconds({ minutes, hours, days, months }: CronExpression): number {
  const times = hours.flatMap((hour) => minutes.map((minute) => (hour * 60 + minute) * 60));
  const overnight = (times[0] as number) - (times.at(-1) as number);
  return Math.min(narrowest(times), narrowest(runningDays(days, months)) * dayInSeconds + overnight);
}

function narrowest(ascending: number[]): number {
  return Math.min(...ascending.slice(1).map((value, index) => value - (ascending[index] as number)));
}
