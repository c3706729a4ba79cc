import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missedRunWindow, type RunTimes, secondsUntilMissing } from "./missed-run-window.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const times = (secondsBetweenRuns: number, others: Partial<RunTimes> = {}): RunTimes => ({
  secondsBetweenRuns,
  flexibleWindowMinutes: 0,
  maximumEventAgeSeconds: hour,
  longestRunMinutes: 60,
  ...others,
});

describe("secondsUntilMissing", () => {
  it.each<[string, RunTimes, number]>([
    ["an hour", times(hour), 3 * hour],
    ["a day", times(day), 26 * hour],
    ["a day with a flexible window", times(day, { flexibleWindowMinutes: 30 }), 26 * hour + 30 * minute],
    ["a day and long runs", times(day, { longestRunMinutes: 300 }), 30 * hour],
    ["a day without retries", times(day, { maximumEventAgeSeconds: 60 }), 25 * hour + minute],
    ["a minute: the shortest", times(60, { maximumEventAgeSeconds: 60, longestRunMinutes: 1 }), 30 * minute],
  ])("after gaps of %s", (_, given, seconds) => {
    expect(secondsUntilMissing(given)).toBe(seconds);
  });
});

describe("missedRunWindow", () => {
  it.each([
    ["the shortest", 30 * minute, { periodSeconds: 300, evaluationPeriods: 6 }],
    ["three hours", 3 * hour, { periodSeconds: 300, evaluationPeriods: 36 }],
    ["not whole periods", 3 * hour + 1, { periodSeconds: 300, evaluationPeriods: 37 }],
    ["a day: the most that short periods can hold", day, { periodSeconds: 300, evaluationPeriods: 288 }],
    ["a second more than a day", day + 1, { periodSeconds: hour, evaluationPeriods: 25 }],
    ["26 hours", 26 * hour, { periodSeconds: hour, evaluationPeriods: 26 }],
    ["7 days: the most that CloudWatch looks back", 7 * day, { periodSeconds: hour, evaluationPeriods: 168 }],
    ["a second more than 7 days", 7 * day + 1, undefined],
  ])("fits %s", (_, seconds, window) => {
    expect(missedRunWindow(seconds)).toEqual(window);
  });

  it("waits as long as it is told and at most an hour longer, within CloudWatch's limits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 30 * minute, max: 7 * day }), (seconds) => {
        const { periodSeconds = 0, evaluationPeriods = 0 } = missedRunWindow(seconds) ?? {};
        const waited = periodSeconds * evaluationPeriods;
        expect(waited).toBeGreaterThanOrEqual(seconds);
        expect(waited - seconds).toBeLessThan(periodSeconds);
        expect(waited).toBeLessThanOrEqual(periodSeconds < hour ? day : 7 * day);
      }),
    );
  });
});
