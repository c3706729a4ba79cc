import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { findStacks } from "@acme/plan";
import { ROOT } from "./every-plan.ts";

/** What a command printed, and how it ended. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A copy of the stacks in a folder of its own, to be spoilt. Programs find the packages of the repository. */
export class ScratchRepository {
  readonly root = mkdtempSync(join(tmpdir(), "plan-test-"));

  constructor() {
    writeFileSync(join(this.root, "pnpm-workspace.yaml"), "packages: [stacks/*]\n");
    for (const { folder } of findStacks(ROOT)) {
      const copy = join(this.root, "stacks", basename(folder));
      mkdirSync(copy, { recursive: true });
      const own = (path: string) => !/node_modules|\.turbo/.test(path.slice(folder.length));
      cpSync(folder, copy, { recursive: true, filter: own });
      symlinkSync(join(folder, "node_modules"), join(copy, "node_modules"));
    }
  }

  /** Path of a file below `stacks/`. */
  path(file: string): string {
    return join(this.root, "stacks", file);
  }

  /** Replaces text in a file; a text that is not there fails the test. */
  edit(file: string, from: string | RegExp, to: string): void {
    const text = readFileSync(this.path(file), "utf8");
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`${file} has no ${from}.`);
    writeFileSync(this.path(file), edited);
  }

  /** Runs `plan` here as a user would. */
  plan(...args: string[]): Outcome {
    return runPlan(this.root, args);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Runs the plan's command line in a folder. */
export function runPlan(cwd: string, args: string[]): Outcome {
  const bin = join(ROOT, "packages/plan/bin/plan.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", CI: "true" },
    maxBuffer: 2 ** 28,
  });
  return { code: status, stdout, stderr };
}
