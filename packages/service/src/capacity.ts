import { judgeLimit, refusalText, type TaskShape } from "@acme/rules";

/** A share of the tasks on one kind of capacity. */
export interface CapacityProviderStrategy {
  /** `FARGATE`, `FARGATE_SPOT`, or the name of a capacity provider of the cluster. */
  capacityProvider: string;
  /** Share against the other weights, 0–1000. AWS's own default is 0, which places nothing; so it is asked for. */
  weight: number;
  /**
   * Tasks to place here before weights count. Only one strategy may have one.
   *
   * @default 0
   */
  base?: number;
}

/** The strategy that a service is given: the caller's, or on-demand Fargate. */
export function capacityOf(shape: TaskShape, strategies?: CapacityProviderStrategy[]): CapacityProviderStrategy[] {
  return strategies ?? (shape.launchType === "FARGATE" ? [{ capacityProvider: "FARGATE", weight: 1 }] : []);
}

/** Whether any share of the tasks can run on Fargate Spot. */
export function usesSpot(strategies: CapacityProviderStrategy[]): boolean {
  return strategies.some((each) => each.capacityProvider === "FARGATE_SPOT");
}

/** What AWS would refuse about the strategy, or what would leave the tasks without a place. */
export function capacityMistakes(shape: TaskShape, strategies: CapacityProviderStrategy[]): string[] {
  if (strategies.length === 0) {
    return [`A task for ${shape.launchType} has no capacity. Name a capacity provider in capacityProviderStrategies.`];
  }
  const names = strategies.map((each) => each.capacityProvider);
  const foreign = names.filter((name) => isFargate(name) !== (shape.launchType === "FARGATE"));
  const based = strategies.filter((each) => (each.base ?? 0) > 0).map((each) => each.capacityProvider);
  const mistakes: string[] = [];
  if (foreign.length > 0) {
    mistakes.push(
      `A task for ${shape.launchType} does not run on ${foreign.join(", ")}. Change its launchType, or this.`,
    );
  }
  if (new Set(names).size < names.length) {
    mistakes.push(`A capacity provider is named twice: ${names.join(", ")}. Add up its weights.`);
  }
  if (based.length > 1) mistakes.push(`${based.join(" and ")} both have a base. Leave it to one of them.`);
  if (strategies.every((each) => each.weight === 0)) {
    mistakes.push(`The weight of ${names.join(", ")} is 0, which places no task. Use 1 or more.`);
  }
  return [...mistakes, ...limitMistakes(strategies)];
}

function isFargate(capacityProvider: string): boolean {
  return capacityProvider === "FARGATE" || capacityProvider === "FARGATE_SPOT";
}

function limitMistakes(strategies: CapacityProviderStrategy[]): string[] {
  const refusals = [
    judgeLimit("capacity-providers", strategies.length),
    ...strategies.map((each) => judgeLimit("capacity-provider-weight", each.weight)),
    ...strategies.map((each) => judgeLimit("capacity-provider-base", each.base ?? 0)),
  ];
  return refusals.filter((refusal) => refusal !== undefined).map(refusalText);
}
