import { describe, expect, it } from "vitest";
import { daysOfMonth } from "./cron-day.ts";
import { type CronExpression, readCron } from "./cron-expression.ts";

const read = (text: string) => readCron(text) as CronExpression;
/** November 2026 has 30 days and begins on a Sunday. */
const november = (text: string) => daysOfMonth(read(text).days, 30, 1);

describe("readCron", () => {
  it("reads numbers, lists, ranges, steps and names", () => {
    expect(read("0,30 8-10 ? JAN-MAR,12 mon-FRI *")).toEqual({
      minutes: [0, 30],
      hours: [8, 9, 10],
      days: { by: "week", days: [2, 3, 4, 5, 6], last: [], nth: [] },
      months: [1, 2, 3, 12],
      everyYear: true,
    });
    expect(read("5/20 */6 * * ? 2027").minutes).toEqual([5, 25, 45]);
    expect(read("5/20 */6 * * ? 2027").hours).toEqual([0, 6, 12, 18]);
    expect(read("5/20 */6 * * ? 2027").everyYear).toBe(false);
  });

  it.each([
    ["0 0 L * ? *", [30]],
    ["0 0 1,15,L * ? *", [1, 15, 30]],
    ["0 0 1W * ? *", [2]],
    ["0 0 7W * ? *", [6]],
    ["0 0 11W,29W * ? *", [11, 30]],
    ["0 0 ? * SUN *", [1, 8, 15, 22, 29]],
    ["0 0 ? * L *", [7, 14, 21, 28]],
    ["0 0 ? * 6L *", [27]],
    ["0 0 ? * FRIL *", [27]],
    ["0 0 ? * 6#2 *", [13]],
    ["0 0 ? * SUN#5 *", [29]],
    ["0 0 ? * MON#5 *", [30]],
    ["0 0 ? * TUE#5 *", []],
  ])("finds the days of %s in a month", (text, days) => {
    expect(november(text)).toEqual(days);
  });

  it("keeps the nearest weekday within the month", () => {
    const rule = (text: string) => read(text).days;
    expect(daysOfMonth(rule("0 0 1W * ? *"), 31, 7)).toEqual([3]);
    expect(daysOfMonth(rule("0 0 31W * ? *"), 31, 6)).toEqual([29]);
    expect(daysOfMonth(rule("0 0 31W * ? *"), 30, 1)).toEqual([]);
  });

  it.each([
    [
      "0 3 * * *",
      'The cron expression "0 3 * * *" has five fields, as Unix has them; AWS has six, the last is the year. Write "0 3 * * ? *".',
    ],
    [
      "0 3 * * 1-5",
      'The cron expression "0 3 * * 1-5" has five fields, as Unix has them; AWS has six, the last is the year. Write "0 3 ? * MON-FRI *".',
    ],
    [
      "0 3 1 * 0",
      'The cron expression "0 3 1 * 0" has five fields, as Unix has them; AWS has six, the last is the year. Make two schedules, one with the day of month and one with the day of week; the other day is ?.',
    ],
    [
      "0 3 * *",
      'The cron expression "0 3 * *" has 4 fields. Write six: minute, hour, day of month, month, day of week, year.',
    ],
    [
      "cron(0 3 * * ? *)",
      'The cron expression "cron(0 3 * * ? *)" is wrapped already. Write the six fields only: "0 3 * * ? *".',
    ],
    ["0 3 * * * *", 'Neither day field of "0 3 * * * *" is ?, and AWS takes only one of them. Write "0 3 * * ? *".'],
    [
      "0 3 * * MON *",
      'Neither day field of "0 3 * * MON *" is ?, and AWS takes only one of them. Write "0 3 ? * MON *".',
    ],
    [
      "0 3 1 * MON *",
      'Neither day field of "0 3 1 * MON *" is ?, and AWS takes only one of them. Write ? for one of them.',
    ],
    ["0 3 ? * ? *", 'Both day fields of "0 3 ? * ? *" are ?. Write "0 3 * * ? *" for every day.'],
    [
      "60 24 * * ? *",
      'Cron expression "60 24 * * ? *": "60" is no minute. Use 0–59, *, a list (a,b), an ascending range (a-b) or steps (a/n). Cron expression "60 24 * * ? *": "24" is no hour. Use 0–23, *, a list (a,b), an ascending range (a-b) or steps (a/n).',
    ],
    [
      "0 0 ? * FRI-MON *",
      'Cron expression "0 0 ? * FRI-MON *": "FRI-MON" is no day of week. Use 1–7 or SUN–SAT, *, a list (a,b), an ascending range (a-b), 6L for the last Friday or 6#2.',
    ],
    [
      "0 0 ? * 2/2 *",
      'Cron expression "0 0 ? * 2/2 *": "2/2" has steps, which AWS has not for days of the week. List the days.',
    ],
    [
      "0 0 ? * 3#1,6#3 *",
      'Cron expression "0 0 ? * 3#1,6#3 *": "3#1,6#3" lists days beside #, and AWS takes only one day with #. Use a schedule for each day.',
    ],
    [
      "0 0 32W * ? *",
      'Cron expression "0 0 32W * ? *": "32W" names no day of a month. Use 1W–31W for the weekday nearest to a day.',
    ],
    ["0 0 30 2 ? *", 'The cron expression "0 0 30 2 ? *" names a day that no month of it has. Change its day.'],
  ])("refuses %s", (text, message) => {
    expect(readCron(text)).toBe(message);
  });

  it.each([
    "0 0 LW * ? *",
    "0 0 ? * 6#6 *",
    "0 0 ? * 0 *",
    "0 0 * 13 ? *",
    "0 0 * * ? 1969",
    "0/0 0 * * ? *",
    "0 0 1,, * ? *",
    "1-2-3 0 * * ? *",
    "1/2/3 0 * * ? *",
    "-5 0 * * ? *",
  ])("refuses %s with a message", (text) => {
    expect(readCron(text)).toMatch(/Use .*\.$/);
  });
});
