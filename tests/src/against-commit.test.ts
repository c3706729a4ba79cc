import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ROOT } from "./every-plan.ts";
import { interruptPlan, type Outcome, runPlan, ScratchRepository } from "./scratch-repository.ts";

let scratch: ScratchRepository;
let temporary: string;
beforeEach(() => {
  scratch = new ScratchRepository();
  temporary = mkdtempSync(join(tmpdir(), "against-test-"));
});
afterEach(() => {
  scratch.remove();
  rmSync(temporary, { recursive: true });
});

const AGAINST = ["platform", "--env", "dev", "--against", "HEAD"];
const LOCK = "lockfileVersion: '9.0'\nimporters:\n  .: {}\n";

/** A commit whose plan command is this program. */
const commit = (program: string) =>
  scratch.commit({
    "package.json": JSON.stringify({ scripts: { plan: "node plan.mjs" } }),
    "pnpm-lock.yaml": LOCK,
    "plan.mjs": program,
  });

/** Runs something that must leave Git and the temporary folder as they are. */
async function leavingNothing(run: () => Outcome | Promise<number | null>): Promise<Outcome | number | null> {
  const before = scratch.worktrees();
  const outcome = await run();
  const checkouts = readdirSync(temporary).filter((name) => name.startsWith("plan-against-"));
  expect([scratch.worktrees(), checkouts]).toEqual([before, []]);
  return outcome;
}

describe("plan --against a commit", () => {
  const against = () => runPlan(scratch.root, AGAINST, { TMPDIR: temporary });

  it.skipIf(!existsSync(join(ROOT, ".git")))(
    "plans that commit by its own code, installed from its own lock file",
    { timeout: 240_000 },
    () => {
      const { code, stdout, stderr } = runPlan(ROOT, AGAINST);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).not.toBe("");
    },
  );

  it("calls a stack new that the commit does not know, and leaves nothing behind", async () => {
    commit(`if (process.argv.length !== 3) throw new Error("asked for one stack"); console.log("[]");`);
    const outcome = await leavingNothing(against);
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    expect((outcome as Outcome).stdout).toContain("platform dev: the whole stack is ");
  });

  it("leaves nothing behind where the commit does not plan", async () => {
    commit('console.error("it is broken"); process.exit(2);');
    expect(await leavingNothing(against)).toEqual({
      code: 2,
      stdout: "",
      stderr: "--against HEAD: that commit does not plan: it is broken\n",
    });
  });

  it.skipIf(process.platform === "win32")("leaves nothing behind on Ctrl-C, and nothing running", async () => {
    const pid = join(scratch.root, "pid");
    commit(`
      import { writeFileSync } from "node:fs";
      writeFileSync(${JSON.stringify(pid)}, String(process.pid));
      setInterval(() => {}, 1000);`);
    const ready = () => readText(pid) !== "";
    expect(await leavingNothing(() => interruptPlan(scratch.root, AGAINST, ready, { TMPDIR: temporary }))).toBe(130);
    await vi.waitFor(() => expect(() => process.kill(Number(readText(pid)), 0)).toThrow("ESRCH"), { timeout: 20_000 });
  });

  it("refuses one whose manifest is broken", async () => {
    scratch.commit({ "package.json": "{" });
    expect(await leavingNothing(against)).toEqual({
      code: 2,
      stdout: "",
      stderr: "--against HEAD: package.json of that commit is no JSON. Use another one.\n",
    });
  });
});

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
