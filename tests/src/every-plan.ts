import { join } from "node:path";
import { findStacks, type Plan, planStack } from "@acme/plan";

/** The repository. */
export const ROOT = join(import.meta.dirname, "../..");

let plans: Promise<Plan[]> | undefined;

/** Every stack in every environment, planned once for all tests. */
export function everyPlan(): Promise<Plan[]> {
  plans ??= planEverything();
  return plans;
}

/** The plan of one stack in one environment. */
export async function planOf(project: string, environment: string): Promise<Plan> {
  const found = (await everyPlan()).find((plan) => plan.project === project && plan.environment === environment);
  if (found === undefined) throw new Error(`There is no plan of ${project} ${environment}.`);
  return found;
}

/** Plans all stacks of a repository, each after those that it depends on. */
export async function planEverything(root: string = ROOT): Promise<Plan[]> {
  const planned: Plan[] = [];
  for (const stack of findStacks(root)) {
    for (const environment of stack.environments) planned.push(await planStack({ stack, environment }, planned));
  }
  return planned;
}
