import { describe, expect, it } from "vitest";
import {
  type Schedule,
  scheduleExpression,
  scheduleMistakes,
  secondsBetweenRuns,
  shortestSecondsBetweenRuns,
} from "./schedule-expression.ts";

describe("scheduleExpression", () => {
  it.each<[Schedule, string]>([
    [{ rate: { value: 1, unit: "hours" } }, "rate(1 hour)"],
    [{ rate: { value: 5, unit: "minutes" } }, "rate(5 minutes)"],
    [{ rate: { value: 1, unit: "days" } }, "rate(1 day)"],
    [{ cron: " 0  3 * * ? * " }, "cron(0 3 * * ? *)"],
    [{ at: "2027-01-31T03:00:00", timeZone: "Europe/Berlin" }, "at(2027-01-31T03:00:00)"],
  ])("writes %j as AWS reads it", (schedule, text) => {
    expect(scheduleExpression(schedule)).toBe(text);
    expect(scheduleMistakes(schedule)).toEqual([]);
  });
});

describe("secondsBetweenRuns", () => {
  it.each<[Schedule, number | undefined]>([
    [{ rate: { value: 5, unit: "minutes" } }, 300],
    [{ rate: { value: 2, unit: "days" } }, 172_800],
    [{ cron: "0 3 * * ? *" }, 86_400],
    [{ cron: "0 3 * * ? 2027" }, undefined],
    [{ at: "2027-01-31T03:00:00" }, undefined],
  ])("of %j is %s", (schedule, seconds) => {
    expect(secondsBetweenRuns(schedule)).toBe(seconds);
  });
});

describe("shortestSecondsBetweenRuns", () => {
  it.each<[Schedule, number | undefined]>([
    [{ rate: { value: 5, unit: "minutes" } }, 300],
    [{ cron: "0 3,9 * * ? *" }, 21_600],
    [{ cron: "0 3 ? * MON-FRI 2027" }, 86_400],
    [{ at: "2027-01-31T03:00:00" }, undefined],
  ])("of %j is %s", (schedule, seconds) => {
    expect(shortestSecondsBetweenRuns(schedule)).toBe(seconds);
  });
});

describe("scheduleMistakes", () => {
  it("refuses a time zone that does not exist, and offers the one that was meant", () => {
    expect(scheduleMistakes({ at: "2027-01-31T03:00:00", timeZone: "berlin" })).toEqual([
      'The time zone "berlin" is not in the IANA database. Use "Europe/Berlin".',
    ]);
  });

  it.each(["2027-02-30T03:00:00", "2027-01-31 03:00:00", "2027-01-31T03:00", "2027-01-31T24:00:00", "soon", ""])(
    "refuses the date %j",
    (at) => {
      expect(scheduleMistakes({ at })).toEqual([`"${at}" is no date and time. Use the form 2027-01-31T03:00:00.`]);
    },
  );

  it.each([0, -1, 1.5, Number.NaN])("refuses the rate %d", (value) => {
    const mistake = `The rate's value ${value} is no whole number from 1 on. Use one, in a smaller unit if need be.`;
    expect(scheduleMistakes({ rate: { value, unit: "hours" } })).toEqual([mistake]);
  });

  it("refuses a unit that AWS has not", () => {
    const rate = { value: 1, unit: "weeks" } as unknown as { value: number; unit: "days" };
    expect(scheduleMistakes({ rate })).toEqual([
      'The rate\'s unit "weeks" does not exist. Use minutes, hours or days.',
    ]);
  });

  it("names every mistake of a schedule, and one that is too long", () => {
    const cron = `${Array.from({ length: 60 }, (_, index) => index)} ${Array.from({ length: 24 }, (_, index) => index)} ? * 1,2,3,4,5,6,7 *`;
    expect(scheduleMistakes({ cron, timeZone: "utc" })).toEqual([
      expect.stringContaining('The time zone "utc"'),
      expect.stringContaining("Length of a schedule's expression: 257 characters is not allowed"),
    ]);
  });
});
