import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { findStacks } from "@acme/plan";
import { ROOT } from "./every-plan.ts";

const BIN = join(ROOT, "packages/plan/bin/plan.mjs");

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

  /** Makes this a Git repository whose only commit holds these files and no stack. */
  commit(files: Record<string, string>): void {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(this.root, file), text);
    this.#git("init", "--quiet");
    this.#git("add", ...Object.keys(files));
    const author = ["-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgSign=false"];
    this.#git(...author, "commit", "--quiet", "--message", "test");
  }

  /** The checkouts that Git knows of. */
  worktrees(): string[] {
    return this.#git("worktree", "list", "--porcelain")
      .split("\n")
      .filter((line) => line.startsWith("worktree "));
  }

  #git(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync("git", args, { cwd: this.root, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout;
  }

  /** Runs `plan` here as a user would. */
  plan(...args: string[]): Outcome {
    return runPlan(this.root, args);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/**
 * Runs the plan's command line in a folder.
 *
 * @param env variables beside those of this process. @default {}
 */
export function runPlan(cwd: string, args: string[], env: NodeJS.ProcessEnv = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", CI: "true", ...env },
    maxBuffer: 2 ** 28,
  });
  return { code: status, stdout, stderr };
}

/** Starts the plan's command line as `runPlan` does, interrupts it once `ready` says so, and gives its exit code. */
export async function interruptPlan(
  cwd: string,
  args: string[],
  ready: () => boolean,
  env: NodeJS.ProcessEnv,
): Promise<number | null> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: "ignore", env: { ...process.env, ...env } });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  while (!ready() && child.exitCode === null) await setTimeout(10);
  child.kill("SIGINT");
  return ended;
}
