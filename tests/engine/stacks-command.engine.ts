import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Engine } from "./engine.ts";
import { findExamples, writeProject } from "./examples.ts";
import { needsRefusals } from "./lacking.ts";
import { headings, StacksCommand } from "./stacks-command.ts";
import { describeRefusals } from "./stacks-refusals.ts";

const missing = Engine.missing();
if (missing !== undefined) console.log(missing);

/** A small stack of an example, which comes after the platform; the services take minutes. */
const SMALL = "alarms-topic";
const THREE = ["registry", "platform", SMALL].flatMap((stack) => ["--stack", stack]);
const UP = ["up", "dev", ...THREE, "--yes"];
const DOWN = ["destroy", "dev", "--stack", "platform", "--stack", SMALL, "--yes"];
const AGAIN = `run the same command again: pnpm stacks ${UP.join(" ")}\n`;

/** One life of a user with `pnpm stacks`: each test goes on where the one before has left the stacks. */
describe.skipIf(missing !== undefined)("pnpm stacks", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.start();
    engine.set("platform", "dev", { "platform:directory": undefined });
    const example = findExamples().find(({ name }) => name === SMALL);
    writeProject(engine, SMALL, example?.text ?? "", ["platform"]);
  });
  afterAll(() => engine?.stop());

  const run = (args: string[], env?: NodeJS.ProcessEnv) => new StacksCommand(engine, args, env).ended;
  const holds = async (stack: string, env: string) => (await engine.state(stack, env)).length > 0;

  describeRefusals(() => engine);

  it("previews what is not up, as far as that can be known", async () => {
    const three = ["--stack", "registry", "--stack", "platform", "--stack", "linux-web-api"];
    const { code, said } = await run(["preview", "dev", ...three]);
    expect({ code, headings: headings(said) }).toEqual({
      code: 1,
      headings: ["[1/3] registry shared", "[2/3] platform dev", "[3/3] linux-web-api dev"],
    });
    expect(said).toContain("error: platform dev is not up yet. Run: pnpm stacks up dev\n");
    expect(said).toContain(
      "It may need what is not up yet: registry shared, platform dev. pnpm stacks up dev " +
        `${three.join(" ")} brings all up in order.\n`,
    );
    expect(await holds("registry", "shared")).toBe(false);
  });

  it("stops at the first failure and says how to go on", async (context) => {
    await needsRefusals(context, engine.emulator);
    await engine.emulator.refuse([
      { service: "ec2", action: "AllocateAddress", code: "AddressLimitExceeded", status: 400 },
    ]);
    const { code, said } = await run(UP);
    await engine.emulator.refuse([]);
    expect({ code, headings: headings(said) }).toEqual({
      code: 1,
      headings: ["[1/3] registry shared", "[2/3] platform dev"],
    });
    expect(said).toContain("AddressLimitExceeded");
    expect(said).toContain(
      "platform dev: pulumi up failed with exit code 1. Nothing after it was begun.\n" +
        "  up: registry shared\n  not finished: platform dev, alarms-topic dev\n",
    );
    expect(said).toContain(`Mend what Pulumi says above, then ${AGAIN}`);
  });

  it("goes on from there, and waits for Pulumi on Ctrl-C", async () => {
    const command = new StacksCommand(engine, UP);
    await command.until("aws:ec2:NatGateway net-1 creating");
    command.signal("SIGINT");
    const { code, said } = await command.ended;
    expect(code).toBe(130);
    expect(said).toContain("^C received; cancelling.");
    expect(said).not.toContain("received; terminating");
    expect(said).toContain(
      "Stopped, as you asked.\n  up: registry shared\n  not finished: platform dev, alarms-topic dev\n",
    );
    expect(said).toContain(`To go on, ${AGAIN}`);
    expect(await pendingOf("platform")).toEqual([]);
  });

  it("finishes by the same command, and shows what Pulumi does while it does it", async () => {
    const command = new StacksCommand(engine, UP);
    expect(await command.until("aws:kms:Key alarms creating")).not.toContain("aws:kms:Key alarms created");
    const { code, said } = await command.ended;
    expect({ code, headings: headings(said), end: endOf(said) }).toEqual({
      code: 0,
      headings: ["[1/3] registry shared", "[2/3] platform dev", "[3/3] alarms-topic dev"],
      end: "Done, up: registry shared, platform dev, alarms-topic dev.",
    });
    expect(said).not.toContain("pending operations");
  });

  it("names the variables where the passphrase is wrong", async () => {
    const { code, said } = await run(["up", "shared", "--yes"], { PULUMI_CONFIG_PASSPHRASE: "wrong" });
    expect(code).toBe(1);
    expect(said).toContain("incorrect passphrase");
    expect(said).toContain("If it is the passphrase: PULUMI_CONFIG_PASSPHRASE, or the file that");
  });

  it("destroys in reverse, and waits for Pulumi on a SIGTERM", async () => {
    const command = new StacksCommand(engine, DOWN);
    await command.until("aws:ec2:NatGateway net-1 deleting");
    command.signal("SIGTERM");
    const { code, said } = await command.ended;
    expect({ code, headings: headings(said) }).toEqual({
      code: 143,
      headings: ["[1/2] alarms-topic dev", "[2/2] platform dev"],
    });
    expect(said).not.toContain("received; terminating");
    expect(said).toContain("  destroyed: alarms-topic dev\n  not finished: platform dev\n");
    expect(await pendingOf("platform")).toEqual([]);
    expect(await holds("platform", "dev")).toBe(true);
  });

  it("destroys what is left by the same command, and leaves what is shared", async () => {
    const { code, said } = await run(DOWN);
    expect({ code, end: endOf(said) }).toEqual({
      code: 0,
      end: "Done, destroyed: alarms-topic dev, platform dev.",
    });
    expect(await holds("platform", "dev")).toBe(false);
    expect(await holds("registry", "shared")).toBe(true);
  });

  it("names the runbook where resources are protected", async () => {
    const { code, said } = await run(["destroy", "shared", "--yes"]);
    expect(code).toBe(1);
    expect(said).toContain(
      "Resources are protected (iis-app, web-api): docs/runbooks/destroy-protected.md says how to let go of them.\n",
    );
    expect(await holds("registry", "shared")).toBe(true);
  });

  it("destroys what the runbook has let go of", async () => {
    engine.set("registry", "shared", { "registry:disposable": { reason: "the company closes" } });
    expect((await run(["up", "shared", "--yes"])).code).toBe(0);
    const { code, said } = await run(["destroy", "shared", "--yes"]);
    expect({ code, end: endOf(said) }).toEqual({ code: 0, end: "Done, destroyed: registry shared." });
    expect(await holds("registry", "shared")).toBe(false);
  });

  /** What Pulumi had begun and not seen the end of. */
  const pendingOf = async (stack: string) => {
    const { deployment } = JSON.parse(await engine.run(stack, "dev", "stack", "export"));
    return deployment.pending_operations ?? [];
  };
});

/** The last line. */
function endOf(said: string): string | undefined {
  return said.trim().split("\n").at(-1);
}
