import { daysOfMonth } from "./cron-day.ts";
import type { CronExpression } from "./cron-expression.ts";

/** Weekdays and leap years come round every 28 years: twice that holds two runs of the rarest day. */
const firstYear = 2001;
const lastYear = firstYear + 2 * 28;

/** The days of the years, counted from the first, on which there is a run. */
export function runningDays(rule: CronExpression["days"], months: number[]): number[] {
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
