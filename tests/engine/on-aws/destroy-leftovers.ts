// node tests/engine/on-aws/destroy-leftovers.ts: destroys what the backend still holds of the stacks of dev, in a real account.
import { findStacks } from "@acme/plan";
import { Engine } from "../engine.ts";
import { accountAtHand } from "./account.ts";

/** Destroys a stack whatever it holds, and forgets it. What it had begun to create is left to the search for orphans. */
async function destroyWhole(engine: Engine, stack: string, environment: string): Promise<void> {
  const run = (...args: string[]) => engine.run(stack, environment, ...args);
  await run("cancel", "--yes").catch(() => "nothing held it locked");
  await run("state", "unprotect", "--all", "--yes");
  // A destroy that goes without is better than none.
  await run("refresh", "--yes", "--skip-preview", "--clear-pending-creates").catch(complain);
  const destroy = () => run("destroy", "--yes", "--skip-preview", "--continue-on-error", "--suppress-progress");
  await destroy().catch(destroy); // what depends on something may be seen to be gone only later
  await run("stack", "rm", "--yes");
}

function complain(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function isThere(engine: Engine, stack: string, environment: string): Promise<boolean> {
  const { code, stderr } = await engine.spawn(stack, ["stack", "--show-name", "--stack", environment]).ended;
  if (code === 0) return true;
  if (stderr.includes("no stack named")) return false;
  throw new Error(stderr);
}

if (accountAtHand() === undefined) throw new Error("ENGINE_ACCOUNT_ID is not set. Set it to the account of the run.");
const engine = await Engine.start();
const stacks = findStacks(engine.repository.root).flatMap(({ name, environments }) =>
  environments.filter((each) => ["shared", "dev"].includes(each)).map((environment) => ({ name, environment })),
);
for (const { name, environment } of stacks.toReversed()) {
  try {
    const there = await isThere(engine, name, environment);
    if (there) await destroyWhole(engine, name, environment);
    console.log(`${name} ${environment}: ${there ? "destroyed" : "is not there"}`);
  } catch (error) {
    complain(error);
  }
}
engine.stop();
