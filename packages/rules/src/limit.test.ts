import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeLimit, type LimitId, limits, nearestInLimit } from "./limit.ts";

const ids = Object.keys(limits) as LimitId[];

describe("Limits", () => {
  it.each<[LimitId, number, number]>([
    ["containers-per-task-definition", 1, 10],
    ["ephemeral-storage", 21, 200],
    ["ebs-volumes-per-task", 0, 1],
    ["fsx-windows-volumes-per-instance", 0, 23],
    ["health-check-interval", 5, 300],
    ["health-check-timeout", 2, 60],
    ["health-check-retries", 1, 10],
    ["health-check-start-period", 0, 300],
    ["stop-timeout-fargate", 0, 120],
    ["stop-timeout-managed-instances", 0, 86400],
    ["open-files-fargate", 0, 1048576],
    ["tags", 0, 50],
    ["ecs-name-length", 1, 255],
    ["awsvpc-subnets", 1, 16],
    ["awsvpc-security-groups", 0, 5],
    ["run-task-count", 1, 10],
    ["placement-constraints", 0, 10],
    ["placement-strategies", 0, 5],
    ["capacity-providers", 0, 20],
    ["capacity-provider-weight", 0, 1000],
    ["capacity-provider-base", 0, 100000],
    ["linear-step-percent", 3, 100],
    ["linear-step-bake-time", 0, 1440],
    ["canary-percent", 0.1, 100],
    ["canary-bake-time", 0, 1440],
    ["lifecycle-hook-timeout", 1, 20160],
    ["schedule-name-length", 1, 64],
    ["schedule-expression-length", 1, 256],
    ["schedule-time-zone-length", 1, 50],
    ["schedule-flexible-window", 1, 1440],
    ["schedule-maximum-event-age", 60, 86400],
    ["schedule-retry-attempts", 0, 185],
    ["schedule-task-count", 1, 10],
    ["schedule-subnets", 1, 16],
    ["schedule-security-groups", 1, 5],
    ["schedule-capacity-providers", 0, 6],
    ["event-rule-capacity-providers", 0, 6],
    ["efs-posix-id", 0, 4294967295],
    ["efs-secondary-groups", 0, 16],
    ["efs-path-length", 1, 100],
    ["efs-path-depth", 0, 4],
    ["efs-provisioned-throughput", 1, 3414],
    ["fsx-windows-ssd-storage", 32, 65536],
    ["fsx-windows-hdd-storage", 2000, 65536],
    ["fsx-windows-backup-retention", 0, 90],
    ["fsx-windows-aliases", 0, 50],
  ])("of %s are %s to %s", (id, minimum, maximum) => {
    const { step = 1 } = limits[id];
    expect([minimum, maximum].map((value) => judgeLimit(id, value))).toEqual([undefined, undefined]);
    expect([minimum - step, maximum + step].map((value) => judgeLimit(id, value)?.severity)).toEqual([
      "error",
      "error",
    ]);
  });

  it("stand under their own names", () => {
    expect(ids.map((id) => limits[id].id)).toEqual(ids);
  });

  it("suggest a value that is allowed and that none beats", () => {
    const anyId = fc.constantFrom(...ids);
    const anyValue = fc.oneof(fc.integer({ min: -5, max: 100000 }), fc.double({ min: -5, max: 500, noNaN: true }));
    fc.assert(
      fc.property(anyId, anyValue, (id, value) => {
        const { step = 1 } = limits[id];
        const suggestion = nearestInLimit(limits[id], value);
        expect(judgeLimit(id, suggestion)).toBeUndefined();
        if (judgeLimit(id, value) === undefined) expect(suggestion).toBeCloseTo(value, 6);
        const neighbours = [suggestion - step, suggestion + step].filter((other) => !judgeLimit(id, other));
        for (const other of neighbours)
          expect(Math.abs(other - value)).toBeGreaterThanOrEqual(Math.abs(suggestion - value) - 1e-6);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1.5])("refuse %s containers", (value) => {
    expect(judgeLimit("containers-per-task-definition", value)?.severity).toBe("error");
  });

  it("say the range, the nearest value and the default that may not be written out", () => {
    expect(judgeLimit("ephemeral-storage", 20)).toEqual({
      rule: "limit",
      severity: "error",
      problem: "Ephemeral storage: 20 GiB is not allowed",
      fix: "Use 21–200 GiB; the nearest is 21, or leave it out for the default of 20",
    });
    expect(judgeLimit("linear-step-percent", 2.5)?.fix).toBe("Use 3–100% in steps of 0.1; the nearest is 3");
  });
});
