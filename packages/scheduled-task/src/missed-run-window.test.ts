import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missedRunWindow } from "./missed-run-window.ts";

const hour = 3600;
const day = 24 * hour;

describe("missedRunWindow", () => {
  it.each([
    ["a minute: the shortest window", 60, 0, { periodSeconds: 300, evaluationPeriods: 6 }],
    ["an hour", hour, 0, { periodSeconds: 300, evaluationPeriods: 24 }],
    ["an hour with a flexible window", hour, 30, { periodSeconds: 300, evaluationPeriods: 30 }],
    ["12 hours: the most that short periods can hold", 12 * hour, 0, { periodSeconds: 300, evaluationPeriods: 288 }],
    ["a day", day, 0, { periodSeconds: hour, evaluationPeriods: 48 }],
    ["a weekend: cut at 7 days", 4 * day, 0, { periodSeconds: hour, evaluationPeriods: 168 }],
    ["6 days: a day of slack is left", 6 * day, 0, { periodSeconds: hour, evaluationPeriods: 168 }],
    ["a week", 7 * day, 0, undefined],
  ])("fits runs with gaps of %s", (_, gap, flexible, window) => {
    expect(missedRunWindow(gap, flexible)).toEqual(window);
  });

  it("stays within CloudWatch's limits, and leaves time for a run that is late", () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 8 * day }), fc.integer({ min: 0, max: 1440 }), (gap, flexible) => {
        const window = missedRunWindow(gap, flexible);
        if (window === undefined) {
          expect(gap + flexible * 60).toBeGreaterThan(6 * day);
          return;
        }
        const seconds = window.periodSeconds * window.evaluationPeriods;
        expect(seconds).toBeLessThanOrEqual(window.periodSeconds < hour ? day : 7 * day);
        expect(seconds - gap - flexible * 60).toBeGreaterThanOrEqual(Math.min(gap, day));
      }),
    );
  });
});
