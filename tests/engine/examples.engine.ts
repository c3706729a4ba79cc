import type { Plan } from "@acme/plan";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Engine } from "./engine.ts";
import { componentsWithoutExample, ENVIRONMENT, findExamples, writeProject } from "./examples.ts";
import { lackIn } from "./lacking.ts";
import { type Ground, makersFor, onGround, ZONE } from "./placeholders.ts";
import { differences } from "./stack-state.ts";

const missing = Engine.missing();
if (missing !== undefined) console.log(missing);

/** Every example of every component, each on what other examples have made: from nothing to nothing. */
describe.skipIf(missing !== undefined)("Examples", () => {
  const all = findExamples();
  const textOf = (name: string) => all.find((each) => each.name === name)?.text ?? "";
  const lackFor = (name: string): string | undefined =>
    lackIn(textOf(name)) ?? makersFor(textOf(name)).map(lackFor).find(Boolean);
  const examples = all.filter(({ name }) => lackFor(name) === undefined);
  let engine: Engine;
  const ground: Ground = new Map();
  /** Types of what AWS still has of an example that is destroyed. */
  const left = new Map<string, string[]>();
  beforeAll(async () => {
    engine = await Engine.start();
    ground.set(ZONE, { zoneId: await engine.emulator.createHostedZone("example.com") });
  });
  afterAll(() => engine?.stop());

  const bringUp = once(async (name: string) => {
    const makers = makersFor(textOf(name)).filter((maker) => maker !== ZONE);
    await Promise.all(makers.map(bringUp));
    writeProject(engine, name, onGround(textOf(name), ground));
    await engine.init(name, ENVIRONMENT);
    await engine.update(name, ENVIRONMENT, "up");
    ground.set(name, await outputsOf(name));
  });

  const destroy = once(async (name: string) => {
    const users = examples.filter((user) => ground.has(user.name) && makersFor(user.text).includes(name));
    await Promise.all(users.map((user) => destroy(user.name)));
    const kept = await engine.destroy(name, ENVIRONMENT);
    left.set(
      name,
      kept.map(({ type }) => type),
    );
  });

  const outputsOf = async (name: string) => {
    const stack = (await engine.state(name, ENVIRONMENT)).find(({ type }) => type === "pulumi:pulumi:Stack");
    return stack?.outputs ?? {};
  };

  it("show every component", () => {
    expect(componentsWithoutExample(all)).toEqual([]);
  });

  const lacking = all.map(({ name }) => ({ name, lack: lackFor(name) })).filter(({ lack }) => lack !== undefined);
  it.skip.each(lacking)("$name lives where there are $lack", () => {});

  it.concurrent.each(examples)("$name comes up", ({ name }) => bringUp(name));

  it("are what the plan shows", async () => {
    const { stdout, stderr } = engine.repository.plan("--json", ...examples.map(({ name }) => name));
    expect(stderr).toBe("");
    const plans = JSON.parse(stdout) as Plan[];
    expect(plans.map(({ project }) => project).sort()).toEqual(examples.map(({ name }) => name).sort());
    for (const plan of plans) {
      const resources = await engine.state(plan.project, ENVIRONMENT);
      const known = { resources, outputs: new Map(), log: engine.log(plan.project, ENVIRONMENT) };
      expect(differences(plan, known)).toEqual([]);
    }
  });

  it.concurrent.each(examples)("$name has nothing to change a second time", async ({ name }) => {
    await engine.run(name, ENVIRONMENT, "preview", "--expect-no-changes");
  });

  it.concurrent.each(examples.toReversed())("$name is destroyed, and AWS has nothing of it", async ({ name }) => {
    await destroy(name);
    expect(await engine.state(name, ENVIRONMENT)).toEqual([]);
    expect(left.get(name)).toEqual([]);
  });
});

/** The same work for the same name, however often it is asked for. */
function once(work: (name: string) => Promise<void>): (name: string) => Promise<void> {
  const begun = new Map<string, Promise<void>>();
  return (name) => {
    const promise = begun.get(name) ?? work(name);
    begun.set(name, promise);
    return promise;
  };
}
