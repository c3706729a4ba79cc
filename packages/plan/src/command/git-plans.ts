import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan } from "../plan.ts";
import { UserError } from "../user-error.ts";
import { parsePlanList } from "./plan-files.ts";
import type { Progress } from "./progress.ts";

/**
 * The plans of another commit by its own code: checked out beside the repository, installed from its own lock file.
 *
 * @param args the stacks and environments to plan there, as arguments of `plan`.
 */
export function plansOfCommit(root: string, ref: string, args: string[], progress: Progress): Plan[] {
  const commit = resolveCommit(root, ref);
  const folder = join(mkdtempSync(join(tmpdir(), "plan-against-")), "tree");
  try {
    progress.show(`${ref}: checking out`);
    git(root, ["worktree", "add", "--detach", "--quiet", folder, commit]);
    requirePlanCommand(folder, ref);
    progress.show(`${ref}: installing from its lock file`);
    pnpm(folder, ref, ["install", "--frozen-lockfile", "--prefer-offline"], "does not install");
    progress.show(`${ref}: planning`);
    const text = pnpm(folder, ref, ["--silent", "plan", ...args, "--json"], "does not plan");
    return parsePlanList(text, ref);
  } finally {
    progress.clear();
    spawnSync("git", ["worktree", "remove", "--force", folder], { cwd: root });
    rmSync(join(folder, ".."), { recursive: true, force: true });
  }
}

function resolveCommit(root: string, ref: string): string {
  const answer = spawnSync("git", ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`], {
    cwd: root,
    encoding: "utf8",
  });
  if (answer.status === 0) return answer.stdout.trim();
  const shallow = spawnSync("git", ["rev-parse", "--is-shallow-repository"], { cwd: root, encoding: "utf8" });
  const hint =
    shallow.stdout?.trim() === "true" ? "This clone is shallow: git fetch --unshallow" : "Name a folder or a commit";
  throw new UserError(`--against ${ref}: neither a folder nor a commit of this repository. ${hint}.`);
}

function git(root: string, args: string[]): void {
  try {
    execFileSync("git", args, { cwd: root, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  } catch (error) {
    const [line] = String((error as { stderr?: string }).stderr ?? error)
      .trim()
      .split("\n")
      .slice(-1);
    throw new UserError(`git ${args[0]} ${args[1]}: ${line}. Mend it and try again.`);
  }
}

function requirePlanCommand(folder: string, ref: string): void {
  const manifest = join(folder, "package.json");
  const scripts = existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).scripts : undefined;
  if (scripts?.plan === undefined) {
    throw new UserError(`--against ${ref}: that commit has no plan command. Use a newer one.`);
  }
}

function pnpm(folder: string, ref: string, args: string[], problem: string): string {
  const answer = spawnSync("pnpm", args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CI: "true" },
    maxBuffer: 2 ** 30,
    shell: process.platform === "win32",
  });
  if (answer.status === 0) return answer.stdout;
  const lines = `${answer.stdout ?? ""}\n${answer.stderr ?? ""}\n${answer.error?.message ?? ""}`.trim().split("\n");
  throw new UserError(`--against ${ref}: that commit ${problem}: ${lines.at(-1)?.trim()}`);
}
