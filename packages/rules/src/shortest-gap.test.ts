import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CronExpression, readCron } from "./cron-expression.ts";
import { longestGapSeconds } from "./longest-gap.ts";
import { shortestGapSeconds } from "./shortest-gap.ts";

const hour = 3600;
const day = 24 * hour;
const gapOf = (text: string) => shortestGapSeconds(readCron(text) as CronExpression);

/** What a walk through 2023 and 2024 sees, by what the fields say and nothing else. */
function observedGap(minutes: number[], hours: number[], runsOn: (date: Date) => boolean): number {
  let last: number | undefined;
  let gap = Number.POSITIVE_INFINITY;
  for (let time = Date.UTC(2023, 0, 1); time < Date.UTC(2025, 0, 1); time += day * 1000) {
    if (!runsOn(new Date(time))) continue;
    for (const each of hours) {
      for (const minute of minutes) {
        const run = time / 1000 + each * hour + minute * 60;
        if (last !== undefined) gap = Math.min(gap, run - last);
        last = run;
      }
    }
  }
  return gap;
}

const subset = (from: number, to: number) =>
  fc
    .uniqueArray(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: 5 })
    .map((list) => list.sort((a, b) => a - b));

describe("shortestGapSeconds", () => {
  it.each([
    ["* * * * ? *", 60],
    ["0/10 * * * ? *", 600],
    ["0/50 * * * ? *", 600],
    ["0 * * * ? *", hour],
    ["0 3 * * ? *", day],
    ["0 3,9 * * ? *", 6 * hour],
    ["0 0,23 * * ? *", hour],
    ["0 9-17 ? * MON-FRI *", hour],
    ["0 3 ? * MON,TUE,FRI *", day],
    ["0 3 ? * SUN *", 7 * day],
    ["0 3 1 * ? *", 28 * day],
    ["0 3 31 * ? *", 31 * day],
    ["0 3 L * ? *", 28 * day],
    ["0 3 1,L * ? *", day],
    ["0 3 ? * MON#1 *", 28 * day],
    ["0 3 29 2 ? *", (4 * 365 + 1) * day],
    ["0 3 ? 2 MON#5 *", (28 * 365 + 7) * day],
  ])("of %s is %d seconds", (text, seconds) => {
    expect(gapOf(text)).toBe(seconds);
  });

  it("is what a walk through two years sees, where days of the week are named", () => {
    fc.assert(
      fc.property(subset(0, 59), subset(0, 23), subset(1, 7), (minutes, hours, days) => {
        const seen = observedGap(minutes, hours, (date) => days.includes(date.getUTCDay() + 1));
        expect(gapOf(`${minutes} ${hours} ? * ${days} *`)).toBe(seen);
      }),
      { numRuns: 50 },
    );
  });

  it("is never more than what a walk through two years sees, nor than the longest gap", () => {
    fc.assert(
      fc.property(subset(0, 59), subset(0, 23), subset(1, 28), subset(1, 12), (minutes, hours, days, months) => {
        const runsOn = (date: Date) => days.includes(date.getUTCDate()) && months.includes(date.getUTCMonth() + 1);
        const text = `${minutes} ${hours} ${days} ${months} ? *`;
        expect(gapOf(text)).toBeLessThanOrEqual(observedGap(minutes, hours, runsOn));
        expect(gapOf(text)).toBeLessThanOrEqual(longestGapSeconds(readCron(text) as CronExpression));
      }),
      { numRuns: 50 },
    );
  });
});
