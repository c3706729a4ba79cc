import { comparePlans, type Plan, type PlanDifference } from "@acme/plan";
import { expect } from "vitest";
import { genuine } from "./allowances.ts";
import type { Engine } from "./engine.ts";
import type { Settings } from "./environment-settings.ts";
import { predicted, taken } from "./prediction.ts";
import { differences, type StateResource } from "./stack-state.ts";
import type { Step } from "./steps.ts";

/** A stack in its environment. */
export interface StackName {
  stack: string;
  env: string;
}

/** The stacks of an environment in the order of their dependencies. A stack is destroyed after those that read it. */
export function stacksOf(environment: string): StackName[] {
  const own = ["platform", "linux-web-api", "windows-iis"].map((stack) => ({ stack, env: environment }));
  return [{ stack: "registry", env: "shared" }, ...own];
}

/** Stacks under an engine, each held against what the offline plan says of it. */
export class HeldStacks {
  readonly #engine: Engine;
  readonly #outputs = new Map<string, StateResource["outputs"]>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Brings up what the backend does not have yet. */
  async create({ stack, env }: StackName): Promise<Step[]> {
    await this.#engine.init(stack, env);
    return this.#engine.update(stack, env, "up");
  }

  /**
   * Expects the engine to have what the plan shows. Stacks that this one reads must have been asked before.
   *
   * @param before the resources before an update. @default - there was none
   */
  async expectPlanned({ stack, env }: StackName, plans: Plan[], before?: StateResource[]): Promise<void> {
    const plan = plans.find(({ project, environment }) => project === stack && environment === env) as Plan;
    const resources = await this.#engine.state(stack, env);
    this.#outputs.set(stack, resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs);
    expect(resources.length).toBeGreaterThan(plan.resources.length);
    expect(differences(plan, { resources, before, outputs: this.#outputs, log: this.#engine.log(stack, env) })).toEqual(
      [],
    );
  }

  /**
   * Writes settings into the files of stacks and brings up all of them; expects that to do what `plan --against` said,
   * that the engine then has what the plan shows, and that there is nothing more to change.
   *
   * @param stacks those to bring up, in order.
   * @param changes settings by stack.
   * @returns what `plan --against` said.
   */
  async change(stacks: StackName[], changes: Record<string, Settings>): Promise<PlanDifference[]> {
    const names = stacks.map(({ stack }) => stack);
    const before = this.#engine.plans(names);
    for (const { stack, env } of stacks) this.#engine.set(stack, env, changes[stack] ?? {});
    const after = this.#engine.plans(names);
    const against = comparePlans(before, after);
    for (const { stack, env } of stacks) {
      const difference = against.find(({ project, environment }) => project === stack && environment === env);
      const state = await this.#engine.state(stack, env);
      expect(taken(await this.#engine.update(stack, env, "up"))).toEqual(predicted(difference));
      await this.expectPlanned({ stack, env }, after, state);
      expect(genuine(this.#engine, await this.#engine.pending(stack, env))).toEqual([]);
    }
    return against;
  }
}
