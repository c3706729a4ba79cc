import { describe, expect, it } from "vitest";
import { capacityMistakes, capacityOf, usesSpot } from "./capacity.ts";
import { shape } from "./test-service.ts";

const ec2 = { ...shape, launchType: "EC2" as const };
const fargate = (weight = 1, base = 0) => ({ capacityProvider: "FARGATE", weight, base });
const spot = (weight = 1, base = 0) => ({ capacityProvider: "FARGATE_SPOT", weight, base });

describe("capacityOf", () => {
  it("is on-demand Fargate where nothing else is said", () => {
    expect(capacityOf(shape)).toEqual([{ capacityProvider: "FARGATE", weight: 1 }]);
  });

  it("is what the caller says", () => {
    expect(capacityOf(shape, [spot()])).toEqual([spot()]);
  });

  it("is not guessed for EC2", () => {
    expect(capacityOf(ec2)).toEqual([]);
  });
});

describe("usesSpot", () => {
  it("sees a share on Spot", () => {
    expect([usesSpot([fargate()]), usesSpot([fargate(), spot()])]).toEqual([false, true]);
  });
});

describe("capacityMistakes", () => {
  it("finds nothing in a mix of on demand and Spot", () => {
    expect(capacityMistakes(shape, [fargate(1, 1), spot(3)])).toEqual([]);
  });

  it("finds nothing in an instance provider for an EC2 task", () => {
    expect(capacityMistakes(ec2, [{ capacityProvider: "hosts", weight: 1 }])).toEqual([]);
  });

  it.each([
    [ec2, [], "A task for EC2 has no capacity. Name a capacity provider in capacityProviderStrategies."],
    [ec2, [fargate()], "A task for EC2 does not run on FARGATE. Change its launchType, or this."],
    [
      shape,
      [{ capacityProvider: "hosts", weight: 1 }],
      "A task for FARGATE does not run on hosts. Change its launchType, or this.",
    ],
    [shape, [spot(), spot()], "A capacity provider is named twice: FARGATE_SPOT, FARGATE_SPOT. Add up its weights."],
    [shape, [fargate(1, 1), spot(1, 1)], "FARGATE and FARGATE_SPOT both have a base. Leave it to one of them."],
    [shape, [fargate(0)], "The weight of FARGATE is 0, which places no task. Use 1 or more."],
    [shape, [fargate(1001)], "Weight of a capacity provider: 1001 is not allowed. Use 0–1000; the nearest is 1000."],
    [
      shape,
      [fargate(1, -1)],
      "Base of a capacity provider: -1 tasks is not allowed. Use 0–100000 tasks; the nearest is 0.",
    ],
  ])("says what is wrong, %#", (task, strategies, message) => {
    expect(capacityMistakes(task, strategies)).toEqual([message]);
  });
});
