import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeLogRetention, logRetentions } from "./log-retention.ts";
import { refusalText } from "./refusal.ts";

const allowed = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** The nearest allowed number that is met by going one day at a time, or undefined where there is none. */
function walk(days: number, step: 1 | -1): number | undefined {
  for (let day = days; day >= 0 && day <= 4000; day += step) if (allowed.includes(day)) return day;
  return undefined;
}

describe("judgeLogRetention", () => {
  it("accepts what CloudWatch Logs has, and nothing else", () => {
    const accepted = Array.from({ length: 5000 }, (_, days) => days).filter((days) => !judgeLogRetention(days));
    expect(accepted).toEqual(allowed);
    expect(logRetentions.map(({ days }) => days)).toEqual(allowed);
  });

  it("names the neighbours that a walk from day to day meets", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        fc.pre(!allowed.includes(days));
        const neighbours = [walk(days, -1), walk(days, 1)].filter((each) => each !== undefined);
        expect(judgeLogRetention(days)).toEqual({
          rule: "log-retention",
          problem: `${days} days is no retention that CloudWatch Logs has`,
          fix: `Use ${neighbours.join(" or ")}`,
          severity: "error",
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [100, "100 days is no retention that CloudWatch Logs has. Use 90 or 120."],
    [0, "0 days is no retention that CloudWatch Logs has. Use 1."],
    [-7, "-7 days is no retention that CloudWatch Logs has. Use 1."],
    [2.5, "2.5 days is no retention that CloudWatch Logs has. Use 1 or 3."],
    [10_000, "10000 days is no retention that CloudWatch Logs has. Use 3653."],
    [Number.POSITIVE_INFINITY, "Infinity days is no retention that CloudWatch Logs has. Use 3653."],
    [
      Number.NaN,
      "NaN days is no retention that CloudWatch Logs has. Use 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653.",
    ],
  ])("refuses %d days", (days, text) => {
    const refusal = judgeLogRetention(days);
    expect(refusal && refusalText(refusal)).toBe(text);
  });
});
