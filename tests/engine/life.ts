import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { genuine } from "./allowances.ts";
import { Engine } from "./engine.ts";
import type { Settings } from "./environment-settings.ts";
import { HeldStacks, stacksOf } from "./held-stacks.ts";
import { lackOf } from "./lacking.ts";

/** The life of the stacks of an environment. */
interface Life {
  environment: string;
  /**
   * What changes in the environment file of a stack while it is up.
   *
   * @default - nothing; the life ends when the stacks are held against the plan
   */
  changes?: Record<string, Settings>;
}

/** All stacks of an environment, one after the other on one backend and in one AWS: from nothing to nothing. */
export function describeLife({ environment, changes }: Life): void {
  const missing = Engine.missing(environment === "dev" ? "any AWS" : "emulated AWS");
  if (missing !== undefined) console.log(missing);
  describe.skipIf(missing !== undefined)(`The life of ${environment}`, () => {
    const all = stacksOf(environment).map((name) => ({ ...name, lack: lackOf(name.stack) }));
    const stacks = all.filter(({ lack }) => lack === undefined);
    const guarded = stacks.filter(({ env }) => env === "shared" || env === "prod");
    /** Those with a domain, whose hosted zone in the files is a placeholder. */
    const served = stacks.filter(({ stack, env }) => env !== "dev" && ["linux-web-api", "windows-iis"].includes(stack));
    let engine: Engine;
    let held: HeldStacks;
    beforeAll(async () => {
      engine = await Engine.start();
      held = new HeldStacks(engine);
      if (engine.account !== undefined) return;
      const zoneId = await engine.emulator.createHostedZone("example.com");
      for (const { stack, env } of served) engine.set(stack, env, { [`${stack}:domain.zoneId`]: zoneId });
    });
    afterAll(() => engine?.stop());

    /** The first step that failed; those after it would only repeat its failure. */
    let failed: string | undefined;
    beforeEach(({ skip, task }) => {
      skip(failed !== undefined, `"${failed}" failed`);
      onTestFailed(() => {
        failed = task.name;
      });
    });

    it.skip.each(all.filter(({ lack }) => lack !== undefined))("$stack $env lives where there are $lack", () => {});

    it.each(stacks)("$stack $env comes up", async (name) => {
      const steps = await held.create(name);
      expect(new Set(steps.map(({ op }) => op))).toEqual(new Set(["create"]));
    });

    it("is what the plan showed", async () => {
      const plans = engine.plans(stacks.map(({ stack }) => stack));
      for (const name of stacks) await held.expectPlanned(name, plans);
    });

    it.each(stacks)("$stack $env has nothing to change a second time", async ({ stack, env }) => {
      await engine.run(stack, env, "preview", "--expect-no-changes");
    });

    if (changes === undefined) return;

    it.each(stacks)("$stack $env has not drifted", async ({ stack, env }) => {
      expect(genuine(engine, await engine.drift(stack, env))).toEqual([]);
    });

    it("changes as the plan said, and keeps what holds data", async () => {
      const against = await held.change(stacks, changes);
      const replaced = against.flatMap(({ resources }) => resources.filter(({ kind }) => kind === "replaced"));
      const replaceable = stacks.length === all.length ? ["aws:ecs/taskDefinition:TaskDefinition"] : [];
      expect([...new Set(replaced.map(({ type }) => type))]).toEqual(replaceable);
      expect(replaced.filter(({ holds }) => holds !== undefined)).toEqual([]);
    });

    it.each(guarded)("$stack $env refuses to be destroyed", async ({ stack, env }) => {
      const before = await engine.state(stack, env);
      // With the preview: without it, what stands on a protected resource is deleted before that is refused.
      await expect(engine.run(stack, env, "destroy", "--yes")).rejects.toThrow("is protected");
      expect((await engine.state(stack, env)).map(({ urn }) => urn)).toEqual(before.map(({ urn }) => urn));
    });

    it("lets go of what is protected once its files say so, and of nothing else", async () => {
      const disposable = guarded.map(({ stack }) => [stack, { [`${stack}:disposable`]: { reason: "it is retired" } }]);
      const against = await held.change(guarded, Object.fromEntries(disposable));
      const kinds = against.flatMap(({ resources }) => resources.map(({ kind }) => kind));
      expect(new Set(kinds)).toEqual(new Set(["changed"]));
      for (const { stack, env } of guarded) {
        expect((await engine.state(stack, env)).filter(({ protect }) => protect)).toEqual([]);
      }
    });

    it.each(stacks.toReversed())("$stack $env is destroyed, and AWS has nothing of it", async ({ stack, env }) => {
      const left = await engine.destroy(stack, env);
      expect(await engine.state(stack, env)).toEqual([]);
      expect(left.map(({ urn }) => urn)).toEqual([]);
    });
  });
}
