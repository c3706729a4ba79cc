import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan } from "../plan.ts";
import { UserError } from "../user-error.ts";
import { ChildProcesses } from "./child-processes.ts";
import { parsePlanList } from "./plan-files.ts";
import type { Progress } from "./progress.ts";

/**
 * All plans of another commit by its own code: checked out beside the repository, installed from its own lock file. The
 * checkout is gone afterwards, however this ends.
 *
 * @throws Interruption when someone asks to stop.
 */
export async function plansOfCommit(root: string, ref: string, progress: Progress): Promise<Plan[]> {
  const commit = resolveCommit(root, ref);
  const parent = mkdtempSync(join(tmpdir(), "plan-against-"));
  const folder = join(parent, "tree");
  const processes = new ChildProcesses();
  const pnpm = (args: string[], problem: string) => runPnpm(processes, folder, args, `--against ${ref}: ${problem}`);
  try {
    progress.show(`${ref}: checking out`);
    await git(processes, root, ["worktree", "prune"]);
    await git(processes, root, ["worktree", "add", "--detach", "--quiet", folder, commit]);
    requirePlanCommand(folder, ref);
    progress.show(`${ref}: installing from its lock file`);
    await pnpm(["install", "--frozen-lockfile", "--prefer-offline"], "that commit does not install");
    progress.show(`${ref}: planning`);
    const text = await pnpm(["--silent", "plan", "--json"], "that commit does not plan");
    return parsePlanList(text, ref);
  } finally {
    progress.clear();
    spawnSync("git", ["worktree", "remove", "--force", folder], { cwd: root });
    rmSync(parent, { recursive: true, force: true });
    spawnSync("git", ["worktree", "prune"], { cwd: root });
    processes.close();
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

async function git(processes: ChildProcesses, root: string, args: string[]): Promise<void> {
  const { code, stderr } = await processes.run("git", args, root);
  if (code !== 0) throw new UserError(`git ${args[0]} ${args[1]}: ${lastLine(stderr)}. Mend it and try again.`);
}

function requirePlanCommand(folder: string, ref: string): void {
  const path = join(folder, "package.json");
  let scripts: { plan?: unknown } | undefined;
  try {
    scripts = existsSync(path) ? JSON.parse(readFileSync(path, "utf8"))?.scripts : undefined;
  } catch {
    throw new UserError(`--against ${ref}: package.json of that commit is no JSON. Use another one.`);
  }
  if (scripts?.plan === undefined) {
    throw new UserError(`--against ${ref}: that commit has no plan command. Use a newer one.`);
  }
}

async function runPnpm(processes: ChildProcesses, folder: string, args: string[], problem: string): Promise<string> {
  const { code, stdout, stderr } = await processes.run("pnpm", args, folder);
  if (code !== 0) throw new UserError(`${problem}: ${lastLine(`${stdout}\n${stderr}`)}`);
  return stdout;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim() ?? "";
}
