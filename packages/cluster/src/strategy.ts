import { judgeLimit, refusalText } from "@acme/rules";

/**
 * Capacity that every cluster has without hosts of its own. Fargate Spot costs less and stops tasks with two minutes'
 * notice.
 */
export type CapacityProvider = "FARGATE" | "FARGATE_SPOT";

/** One provider's part in where tasks go. */
export interface CapacityProviderStrategyItem {
  /** Where the tasks go. */
  capacityProvider: CapacityProvider;
  /**
   * Share of the tasks beyond every `base`, relative to the other weights, 0–1,000. AWS takes 0 for a missing one, with
   * which a provider gets no task beyond its base; here it must be given.
   */
  weight: number;
  /**
   * Tasks that come here before the weights count, 0–100,000. Only one provider can have a base.
   *
   * @default 0
   */
  base?: number;
}

/** Everything on Fargate. */
export const allOnFargate: CapacityProviderStrategyItem[] = [{ capacityProvider: "FARGATE", weight: 1, base: 1 }];

/**
 * What AWS would refuse about a strategy, or what would leave a task without a place
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html).
 */
export function strategyMistakes(strategy: CapacityProviderStrategyItem[]): string[] {
  return [...limitMistakes(strategy), ...providerMistakes(strategy), ...placeMistakes(strategy)];
}

function limitMistakes(strategy: CapacityProviderStrategyItem[]): string[] {
  const refusals = strategy.flatMap(({ weight, base = 0 }) => [
    judgeLimit("capacity-provider-weight", weight),
    judgeLimit("capacity-provider-base", base),
  ]);
  return refusals.filter((refusal) => refusal !== undefined).map(refusalText);
}

function providerMistakes(strategy: CapacityProviderStrategyItem[]): string[] {
  const names = strategy.map((item) => item.capacityProvider);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  const withBase = strategy.filter((item) => (item.base ?? 0) > 0).map((item) => item.capacityProvider);
  return [
    ...(twice === undefined ? [] : [`The strategy lists ${twice} twice. List each provider once.`]),
    ...(withBase.length < 2 ? [] : [`${withBase.join(" and ")} each have a base. Leave base out for all but one.`]),
  ];
}

function placeMistakes(strategy: CapacityProviderStrategyItem[]): string[] {
  if (strategy.length === 0) return ["The strategy is empty. List FARGATE, FARGATE_SPOT or both, or leave it out."];
  if (strategy.some((item) => item.weight !== 0)) return [];
  return [
    "Every weight of the strategy is 0, so that ECS starts no task by it. Give one provider a weight of 1 or more.",
  ];
}
