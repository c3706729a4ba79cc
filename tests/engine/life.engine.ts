import { afterAll, describe, expect, it } from "vitest";
import { planOf } from "../src/every-plan.ts";
import { Engine } from "./engine.ts";
import { differences, parametersOf, type StateResource } from "./stack-state.ts";

const missing = Engine.missing();
if (missing !== undefined) console.log(missing);

/** Order of the dependencies; a stack is destroyed after those that read it. */
const STACKS = [
  ["registry", "shared"],
  ["platform", "dev"],
  ["linux-web-api", "dev"],
  ["windows-iis", "dev"],
] as const;

describe.skipIf(missing !== undefined)("under the real engine", () => {
  const engine = new Engine();
  const states = new Map<string, StateResource[]>();
  afterAll(() => engine.repository.remove());

  it.each(STACKS)("%s %s comes up", (stack, environment) => {
    engine.up(stack, environment);
    states.set(stack, engine.state(stack, environment));
  });

  it.each(STACKS)("%s %s is what the plan showed", async (stack, environment) => {
    const resources = states.get(stack) ?? [];
    const stackOutputs = Object.fromEntries(
      [...states].map(([name, all]) => [name, all.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {}]),
    );
    const plan = await planOf(stack, environment);
    expect(resources.length).toBeGreaterThan(plan.resources.length);
    const names = parametersOf(plan);
    const values = await Promise.all(names.map((name) => engine.parameter(name)));
    const parameters = Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
    expect(differences(plan, { resources, stackOutputs, account: "123456789012", parameters })).toEqual([]);
  });

  it.each(STACKS)("%s %s has nothing to change a second time", (stack, environment) => {
    engine.run(stack, environment, "preview", "--expect-no-changes");
  });

  it.each(STACKS.filter(([, environment]) => environment === "dev").toReversed())(
    "%s %s is destroyed whole",
    (stack, environment) => {
      engine.run(stack, environment, "destroy", "--yes", "--skip-preview");
      expect(engine.state(stack, environment)).toEqual([]);
    },
  );

  it("registry shared is protected", () => {
    expect(() => engine.run("registry", "shared", "destroy", "--yes", "--skip-preview")).toThrow(/protected/);
  });
});
