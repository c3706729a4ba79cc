import { hostsFor } from "@acme/cluster";
import { judgeLimit, refusalText } from "@acme/rules";
import type * as pulumi from "@pulumi/pulumi";
import type { ServiceArgs } from "./service-args.ts";

/** A share of the tasks on one kind of capacity. */
export interface CapacityProviderStrategy {
  /** `FARGATE`, `FARGATE_SPOT`, or a capacity provider of the cluster: `capacityProviderName` of hosts, or its name. */
  capacityProvider: pulumi.Input<string>;
  /** Share against the other weights, 0–1000. AWS's own default is 0, which places nothing; so it is asked for. */
  weight: number;
  /**
   * Tasks to place here before weights count. Only one strategy may have one.
   *
   * @default 0
   */
  base?: number;
}

/** The strategy that a service is given: the caller's, on-demand Fargate, or the cluster's hosts for the task. */
export function capacityOf(args: ServiceArgs): CapacityProviderStrategy[] {
  const { launchType } = args.task.shape;
  if (args.capacityProviderStrategies !== undefined) return args.capacityProviderStrategies;
  if (launchType === "FARGATE") return [{ capacityProvider: "FARGATE", weight: 1 }];
  const hosts = launchType === "EC2" ? hostsFor(args.cluster, args.task.shape) : [];
  return hosts.map(({ capacityProviderName }) => ({ capacityProvider: capacityProviderName, weight: 1 }));
}

/** Whether any share of the tasks can run on Fargate Spot. */
export function usesSpot(strategies: CapacityProviderStrategy[]): boolean {
  return strategies.some((each) => each.capacityProvider === "FARGATE_SPOT");
}

/** What AWS would refuse about the strategy, or what would leave the tasks without a place. Outputs are not judged. */
export function capacityMistakes(args: ServiceArgs): string[] {
  const { launchType } = args.task.shape;
  const strategies = capacityOf(args);
  if (strategies.length === 0) {
    return [`A task for ${launchType} has no capacity. Name a capacity provider in capacityProviderStrategies.`];
  }
  const places = strategies.map((each) => each.capacityProvider);
  const names = places.filter((place) => typeof place === "string");
  const foreign = names.filter((name) => isFargate(name) !== (launchType === "FARGATE"));
  const mistakes: string[] = [];
  if (foreign.length > 0) {
    mistakes.push(`A task for ${launchType} does not run on ${foreign.join(", ")}. Change its launchType, or this.`);
  }
  if (new Set(places).size < places.length) {
    mistakes.push(`A capacity provider is named twice: ${inWords(strategies, ", ")}. Add up its weights.`);
  }
  return [...mistakes, ...shareMistakes(strategies), ...limitMistakes(strategies)];
}

function shareMistakes(strategies: CapacityProviderStrategy[]): string[] {
  const based = strategies.filter((each) => (each.base ?? 0) > 0);
  const mistakes: string[] = [];
  if (based.length > 1) mistakes.push(`${inWords(based, " and ")} both have a base. Leave it to one of them.`);
  if (strategies.every((each) => each.weight === 0)) {
    mistakes.push(`The weight of ${inWords(strategies, ", ")} is 0, which places no task. Use 1 or more.`);
  }
  return mistakes;
}

function limitMistakes(strategies: CapacityProviderStrategy[]): string[] {
  const refusals = [
    judgeLimit("capacity-providers", strategies.length),
    ...strategies.map((each) => judgeLimit("capacity-provider-weight", each.weight)),
    ...strategies.map((each) => judgeLimit("capacity-provider-base", each.base ?? 0)),
  ];
  return refusals.filter((refusal) => refusal !== undefined).map(refusalText);
}

function isFargate(capacityProvider: string): boolean {
  return capacityProvider === "FARGATE" || capacityProvider === "FARGATE_SPOT";
}

/** The names, as far as they are known: those of new hosts are not. */
function inWords(strategies: CapacityProviderStrategy[], between: string): string {
  return strategies.map(({ capacityProvider: name }) => (typeof name === "string" ? name : "hosts")).join(between);
}
