import { describe, expect, it } from "vitest";
import { allOnFargate, type CapacityProviderStrategyItem, strategyMistakes } from "./strategy.ts";

const fargate = (weight: number, base?: number): CapacityProviderStrategyItem => ({
  capacityProvider: "FARGATE",
  weight,
  base,
});
const spot = (weight: number, base?: number): CapacityProviderStrategyItem => ({
  capacityProvider: "FARGATE_SPOT",
  weight,
  base,
});

describe("strategyMistakes", () => {
  it.each([
    ["the default", allOnFargate],
    ["Spot alone", [spot(1)]],
    ["the largest numbers", [fargate(1000, 100000), spot(1000)]],
    ["a base with no weight beside a weight", [fargate(0, 1), spot(1)]],
    ["a base of 0 beside another", [fargate(1, 1), spot(1, 0)]],
  ])("finds nothing wrong with %s", (_what, strategy) => {
    expect(strategyMistakes(strategy)).toEqual([]);
  });

  it.each([
    ["no provider", [], "The strategy is empty. List FARGATE, FARGATE_SPOT or both, or leave it out."],
    [
      "no weight",
      [fargate(0, 1), spot(0)],
      "Every weight of the strategy is 0, so that ECS starts no task by it. Give one provider a weight of 1 or more.",
    ],
    [
      "two bases",
      [fargate(1, 1), spot(1, 1)],
      "FARGATE and FARGATE_SPOT each have a base. Leave base out for all but one.",
    ],
    ["a provider twice", [fargate(1), fargate(2)], "The strategy lists FARGATE twice. List each provider once."],
    [
      "too large a weight",
      [fargate(1001)],
      "Weight of a capacity provider: 1001 is not allowed. Use 0–1000; the nearest is 1000.",
    ],
    [
      "a negative base",
      [fargate(1, -1)],
      "Base of a capacity provider: -1 tasks is not allowed. Use 0–100000 tasks; the nearest is 0.",
    ],
  ])("refuses %s", (_what, strategy, mistake) => {
    expect(strategyMistakes(strategy)).toEqual([mistake]);
  });
});
