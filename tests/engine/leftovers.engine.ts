import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Engine } from "./engine.ts";
import { settleIn } from "./on-aws/account.ts";
import type { Outcome } from "./pulumi-process.ts";

const missing =
  Engine.missing() ??
  (spawnSync("aws", ["--version"]).status === 0 ? undefined : "engine tests skipped: there is no aws on PATH");
if (missing !== undefined) console.log(missing);

const ACCOUNT = { id: "123456789012", run: "try-1" };

/** The scripts of the workflow for a real account, with an emulated AWS in its place. */
describe.skipIf(missing !== undefined)("What a run in an account leaves", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.start();
    settleIn(ACCOUNT, engine);
    engine.set("platform", "dev", { "platform:directory": undefined, "platform:disposable": undefined });
    await engine.init("platform", "dev");
    await engine.update("platform", "dev", "up");
  });
  afterAll(() => engine?.stop());

  const run = (script: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "on-aws", script)], {
      env: { ...engine.env, ENGINE_ACCOUNT_ID: ACCOUNT.id, ENGINE_RUN: ACCOUNT.run, ...env },
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (text) => (said.stdout += text));
    child.stderr.on("data", (text) => (said.stderr += text));
    return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...said })));
  };

  it("is found by the tag of the run", async () => {
    const { code, stderr } = await run("orphans.ts");
    expect(code).toBe(1);
    expect(stderr).toContain("These are left of the run try-1. Delete them by hand:\n");
    for (const kind of ["vpc/vpc-", "natgateway/nat-", "log-group:net-flow-"]) expect(stderr).toContain(`:${kind}`);
    expect((await run("orphans.ts", { ENGINE_RUN: "another" })).stdout).toBe("Nothing is left of the run another.\n");
  });

  it("is destroyed, protected or not, by what the backend knows", async () => {
    expect((await engine.state("platform", "dev")).some(({ protect }) => protect)).toBe(true);
    const { code, stdout, stderr } = await run("destroy-leftovers.ts");
    expect({ code, stderr, lines: stdout.trim().split("\n").sort() }).toEqual({
      code: 0,
      stderr: "",
      lines: [
        "linux-web-api dev: is not there",
        "platform dev: destroyed",
        "registry shared: is not there",
        "windows-iis dev: is not there",
      ],
    });
    await expect(engine.state("platform", "dev")).rejects.toThrow("no stack named 'dev' found");
  });

  it("is then nothing", async () => {
    expect(await run("orphans.ts")).toEqual({ code: 0, stdout: "Nothing is left of the run try-1.\n", stderr: "" });
  });

  it("is told of by a budget, which a second run renews", async () => {
    const said =
      "The account 123456789012 has the budget engine-tests: 50 USD a month, of which ops@example.com hears.\n";
    const env = { ENGINE_BUDGET_EMAIL: "ops@example.com" };
    for (const _ of [1, 2]) expect(await run("budget.ts", env)).toEqual({ code: 0, stdout: said, stderr: "" });
  });

  it.each([
    [
      "orphans.ts",
      { ENGINE_ACCOUNT_ID: "12" },
      'ENGINE_ACCOUNT_ID is "12". Set it to the twelve digits of an account.',
    ],
    ["destroy-leftovers.ts", { ENGINE_RUN: "" }, "ENGINE_RUN is not set. Set it to a word that no other run"],
    ["budget.ts", { ENGINE_BUDGET_EMAIL: "" }, "ENGINE_BUDGET_EMAIL is not set."],
  ])("is not looked for where a variable is wrong: %s", async (script, env, message) => {
    const { code, stderr } = await run(script, env);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
