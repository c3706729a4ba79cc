import { only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { type HealthCheckArgs, targetGroupMistakes } from "./target-group.ts";
import { planBalanced } from "./test-service.ts";

const type = "aws:lb/targetGroup:TargetGroup";

describe("Target group", () => {
  it("takes tasks by address, on the container's port, and gives them 30 seconds to finish", async () => {
    expect(only(await planBalanced(), type).inputs).toEqual({
      vpcId: "vpc-1",
      targetType: "ip",
      protocol: "HTTP",
      port: 8080,
      deregistrationDelay: 30,
      stickiness: { type: "lb_cookie", enabled: false },
      healthCheck: {
        path: "/healthz",
        interval: 10,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
        matcher: "200",
      },
    });
  });

  it("stays when the container's port changes, so that old and new tasks serve side by side", async () => {
    expect(only(await planBalanced(), type).options.ignoreChanges).toEqual(["port"]);
  });

  it("checks and drains as it is told", async () => {
    const healthCheck = { path: "/", intervalSeconds: 5, timeoutSeconds: 2, unhealthyThreshold: 2 };
    const { inputs } = only(await planBalanced({ healthCheck, drainSeconds: 5 }), type);
    expect(inputs).toMatchObject({
      deregistrationDelay: 5,
      healthCheck: { path: "/", interval: 5, timeout: 2, healthyThreshold: 2, unhealthyThreshold: 2 },
    });
  });
});

describe("targetGroupMistakes", () => {
  it("finds nothing in the defaults", () => {
    expect(targetGroupMistakes({}, 30)).toEqual([]);
  });

  it.each<[HealthCheckArgs, string]>([
    [{ intervalSeconds: 301 }, "healthCheck.intervalSeconds 301 is not allowed. Use 5–300."],
    [{ timeoutSeconds: 1 }, "healthCheck.timeoutSeconds 1 is not allowed. Use 2–120."],
    [{ healthyThreshold: 1 }, "healthCheck.healthyThreshold 1 is not allowed. Use 2–10."],
    [{ unhealthyThreshold: 2.5 }, "healthCheck.unhealthyThreshold 2.5 is not allowed. Use 2–10."],
    [{ path: "healthz" }, 'healthCheck.path "healthz" is no path. Begin it with a slash.'],
    [{ timeoutSeconds: 10 }, "healthCheck.timeoutSeconds 10 is not below the interval of 10. Lower it."],
  ])("refuses %j", (healthCheck, message) => {
    expect(targetGroupMistakes(healthCheck, 30)).toEqual([message]);
  });

  it("refuses to drain longer than an hour", () => {
    expect(targetGroupMistakes({}, 3601)).toEqual(["drainSeconds 3601 is not allowed. Use 0–3600."]);
  });
});
