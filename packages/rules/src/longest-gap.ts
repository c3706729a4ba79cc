import { daysOfMonth } from "./cron-day.ts";
import type { CronExpression } from "./cron-expression.ts";

const dayInSeconds = 86_400;

/** Weekdays and leap years come round every 28 years: twice that holds the gap of the rarest day. */
const firstYear = 2001;
const lastYear = firstYear + 2 * 28;

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

/** The days of the years, counted from the first, on which there is a run. */
function runningDays(rule: CronExpression["days"], months: number[]): number[] {
  const daysOf = rememberMonths(rule);
  const running: number[] = [];
  let start = 0;
  for (let year = firstYear; year <= lastYear; year++) {
    for (let month = 1; month <= 12; month++) {
      const length = lengthOf(year, month);
      // The first of January 2001 is a Monday, which is 2.
      if (months.includes(month)) for (const day of daysOf(length, ((start + 1) % 7) + 1)) running.push(start + day);
      start += length;
    }
  }
  return running;
}

/** There are only 28 kinds of month: four lengths, and seven days to begin on. */
function rememberMonths(rule: CronExpression["days"]): (length: number, firstWeekday: number) => number[] {
  const known = new Map<number, number[]>();
  return (length, firstWeekday) => {
    const key = length * 10 + firstWeekday;
    const days = known.get(key) ?? daysOfMonth(rule, length, firstWeekday);
    known.set(key, days);
    return days;
  };
}

/** No year of the span is divisible by 100, so every fourth is a leap year. */
function lengthOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function widest(ascending: number[]): number {
  return ascending.reduce(
    (gap, value, index) => Math.max(gap, index === 0 ? 0 : value - (ascending[index - 1] ?? value)),
    0,
  );
}
