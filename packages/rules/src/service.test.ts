import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeService, type ServiceShape } from "./service.ts";

const service: ServiceShape = {
  launchType: "FARGATE",
  operatingSystemFamily: "LINUX",
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  availabilityZoneRebalancing: true,
  strategy: "ROLLING",
  circuitBreaker: true,
  spot: true,
};

function refusals(change: Partial<ServiceShape>) {
  return judgeService({ ...service, ...change }).map(({ problem, fix }) => `${problem}. ${fix}.`);
}

describe("judgeService", () => {
  it("accepts a rolling service on Fargate Spot", () => {
    expect(judgeService(service)).toEqual([]);
  });

  it.each<[string, Partial<ServiceShape>, string[]]>([
    [
      "zone rebalancing with maximumPercent 100",
      { minimumHealthyPercent: 0, maximumPercent: 100 },
      [
        "Zone rebalancing does not go with maximumPercent 100. Use a maximumPercent above 100, or set availabilityZoneRebalancing to false.",
      ],
    ],
    [
      "zone rebalancing with DAEMON",
      { launchType: "EC2", schedulingStrategy: "DAEMON" },
      ["Zone rebalancing does not go with DAEMON. Set availabilityZoneRebalancing to false."],
    ],
    [
      "DAEMON on Fargate, with a count",
      { schedulingStrategy: "DAEMON", desiredCount: 2, availabilityZoneRebalancing: false },
      [
        "DAEMON does not run on FARGATE. Use REPLICA, or launch type EC2.",
        "DAEMON takes no desiredCount, which is 2. Leave desiredCount out, or use REPLICA.",
      ],
    ],
    [
      "a rolling update without room for one task",
      { desiredCount: 1, maximumPercent: 150 },
      [
        "minimumHealthyPercent 100 and maximumPercent 150 of 1 task leave no task to start or stop. Use a maximumPercent of 200 or more, or a lower minimumHealthyPercent.",
      ],
    ],
    [
      "the circuit breaker with blue/green, and a missing bake time",
      { strategy: "BLUE_GREEN" },
      [
        "The circuit breaker does not go with BLUE_GREEN. Use deployment alarms, or ROLLING.",
        "BLUE_GREEN has no bakeTimeMinutes. Set bakeTimeMinutes, such as 5.",
      ],
    ],
    [
      "a canary's number on a linear deployment",
      { strategy: "LINEAR", circuitBreaker: false, canaryPercent: 5 },
      ["LINEAR takes no canaryPercent, which is 5. Leave canaryPercent out, or use CANARY."],
    ],
    [
      "a linear step below three percent",
      { strategy: "LINEAR", circuitBreaker: false, stepPercent: 2 },
      ["Step of a linear deployment: 2% is not allowed. Use 3–100% in steps of 0.1; the nearest is 3."],
    ],
    [
      "Spot for Windows on Fargate",
      { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      ["Fargate Windows does not support Fargate Spot. Use FARGATE, or Spot instances on EC2 Windows."],
    ],
  ])("refuses %s", (_, change, expected) => {
    expect(refusals(change)).toEqual(expected);
  });

  it.each<[string, Partial<ServiceShape>]>([
    [
      "stop before start without rebalancing",
      { minimumHealthyPercent: 0, maximumPercent: 100, availabilityZoneRebalancing: false },
    ],
    [
      "two Windows tasks at 150 percent",
      { launchType: "EC2", operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", desiredCount: 2, maximumPercent: 150 },
    ],
    ["blue/green with a bake time", { strategy: "BLUE_GREEN", circuitBreaker: false, bakeTimeMinutes: 10 }],
    [
      "a canary with its numbers",
      { strategy: "CANARY", circuitBreaker: false, canaryPercent: 0.5, canaryBakeTimeMinutes: 5 },
    ],
    ["a service scaled to nothing", { desiredCount: 0 }],
  ])("accepts %s", (_, change) => {
    expect(refusals(change)).toEqual([]);
  });

  it("suggests a maximumPercent that lets the update move", () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), percent, percent, (desiredCount, minimum, above) => {
        const change = { desiredCount, minimumHealthyPercent: minimum, maximumPercent: 101 + above };
        const suggestion = /maximumPercent of (\d+) or more/.exec(refusals(change).join())?.[1];
        if (suggestion) expect(refusals({ ...change, maximumPercent: Number(suggestion) })).toEqual([]);
      }),
    );
  });

  it("turns a deployment refusal into a warning that carries the override's reason", () => {
    const stuck = { ...service, desiredCount: 1, maximumPercent: 101 };
    expect(
      judgeService(stuck, [{ rule: "deployment", reason: "scaled by hand" }]).map(({ severity }) => severity),
    ).toEqual(["warning"]);
  });
});
