import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { errorsShown } from "./diagnostics.ts";
import { Engine } from "./engine.ts";
import { HeldStacks, type StackName } from "./held-stacks.ts";
import { needsRefusals } from "./lacking.ts";
import { taken } from "./prediction.ts";
import { CHANGES, CREATIONS, DELETIONS, type RefusedCall } from "./refused-calls.ts";
import { api, platform, registry } from "./stacks-of-dev.ts";

const missing = Engine.missing();
if (missing !== undefined) console.log(missing);

const stacks = [registry, platform, api];

describe.skipIf(missing !== undefined)("Calls that AWS refuses", () => {
  let engine: Engine;
  let held: HeldStacks;
  beforeAll(async () => {
    engine = await Engine.start();
    held = new HeldStacks(engine);
    engine.set(api.stack, api.env, { "linux-web-api:imageDigest": `sha256:${"1".repeat(64)}` });
    for (const { stack, env } of stacks) await engine.init(stack, env);
  });
  afterAll(() => engine?.stop());
  beforeEach((context) => needsRefusals(context, engine.emulator));

  const expectPlanned = async () => {
    const plans = engine.plans([api.stack]);
    for (const one of stacks) await held.expectPlanned(one, plans);
  };

  /** Runs Pulumi while AWS refuses a call, for ever, and expects it to end with the resource's name and AWS's words. */
  const expectFailure = async ({ stack, env }: StackName, command: "up" | "destroy", refused: RefusedCall) => {
    const { service, action, code } = refused;
    await engine.emulator.refuse([{ service, action, code, status: 400 }]);
    const outcome = await engine.spawn(stack, [command, "--yes", "--skip-preview", "--stack", env]).ended;
    await engine.emulator.refuse([]);
    const { [`pulumi:pulumi:Stack (${stack}-${env})`]: ending, ...errors } = errorsShown(outcome);
    expect(ending).toContain("update failed");
    const seen = [expect.stringMatching(refused.resource), [expect.stringMatching(refused.message)]];
    expect(Object.entries(errors)).toEqual(Object.keys(errors).map(() => seen));
    expect(errors).not.toEqual({});
    expect(outcome.code).toBe(1);
  };

  describe.each(stacks)("while $stack comes up", (one) => {
    it.each(CREATIONS[one.stack] ?? [])("stop it at $action, and say so", (refused) =>
      expectFailure(one, "up", refused),
    );

    it("let it go on when they are accepted", async () => {
      const steps = await engine.update(one.stack, one.env, "up");
      expect(new Set(steps.map(({ op }) => op))).toEqual(new Set(["create"]));
    });
  });

  it("leave nothing but what was planned", expectPlanned);

  describe("while a service is changed", () => {
    it.each(CHANGES)("stop it at $refused.action, and let it go on later", async ({ settings, refused, updated }) => {
      engine.set(api.stack, api.env, settings);
      await expectFailure(api, "up", refused);
      const changes = taken(await engine.update(api.stack, api.env, "up"));
      expect(changes).toEqual(Object.fromEntries(updated.map((urn) => [urn, "update"])));
      await expectPlanned();
    });

    it("are repeated where it is a throttled one", async () => {
      engine.set(api.stack, api.env, { "linux-web-api:service.desiredCount": 3 });
      await engine.emulator.refuse([{ ...throttled, times: 2 }]);
      const before = (await engine.emulator.calls()).length;
      await engine.update(api.stack, api.env, "up");
      const calls = (await engine.emulator.calls()).slice(before).filter(([, action]) => action === throttled.action);
      expect(calls.map(([, , status]) => status)).toEqual([400, 400, 200]);
      await expectPlanned();
    });

    it("are repeated as often as aws:maxRetries says", async () => {
      engine.set(api.stack, api.env, { "linux-web-api:service.desiredCount": 4, "aws:maxRetries": "3" });
      await engine.emulator.refuse([throttled]);
      const before = (await engine.emulator.calls()).length;
      await expect(engine.update(api.stack, api.env, "up")).rejects.toThrow(
        /: UpdateService, exceeded maximum number of attempts, 3, .*ThrottlingException: refused by request/,
      );
      await engine.emulator.refuse([]);
      const calls = (await engine.emulator.calls()).slice(before).filter(([, action]) => action === throttled.action);
      expect(calls.map(([, , status]) => status)).toEqual([400, 400, 400]);
      engine.set(api.stack, api.env, { "aws:maxRetries": undefined });
      await engine.update(api.stack, api.env, "up");
      await expectPlanned();
    });
  });

  describe("while a stack is destroyed", () => {
    it.each(DELETIONS)("stop it at $action, and say so", (refused) => expectFailure(api, "destroy", refused));

    it("let it go on when they are accepted", async () => {
      await engine.update(api.stack, api.env, "destroy");
      expect(await engine.state(api.stack, api.env)).toEqual([]);
    });
  });
});

const throttled = { service: "ecs", action: "UpdateService", code: "ThrottlingException", status: 400 };
