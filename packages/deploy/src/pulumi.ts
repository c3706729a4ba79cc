import { spawn } from "node:child_process";

/** How a run of the Pulumi CLI ended. */
export interface Ended {
  /** Exit code; unset where a signal ended it. */
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** What the Pulumi CLI said to a question. */
export interface Answer extends Ended {
  stdout: string;
  /** Its error without the label `error:`; empty where it said nothing. */
  error: string;
}

/** The Pulumi CLI is not on PATH. */
export class PulumiMissing extends Error {}

/**
 * Runs `pulumi` in a folder, with its output and its questions on this terminal.
 *
 * It ends cleanly on a first signal; on a second one at once, which leaves behind what it was about to create. In a terminal
 * it is in the same process group, so that Ctrl-C reaches it by itself. Elsewhere whoever stops a job may signal a process,
 * its group or both, so that Pulumi has a group of its own and is handed the first signal alone.
 */
export function runPulumi(args: readonly string[], folder: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const apart = !process.stdin.isTTY && process.platform !== "win32";
    const child = spawn("pulumi", args, { cwd: folder, stdio: "inherit", detached: apart });
    const unwatch = onFirstSignal(apart ? ["SIGINT", "SIGTERM"] : ["SIGTERM"], () => child.kill("SIGINT"));
    child.on("error", (error) => reject(named(error)));
    child.on("close", (code, signal) => {
      unwatch();
      resolve({ code, signal });
    });
  });
}

/** Calls back on the first of these signals, until the function that it gives is called. */
function onFirstSignal(signals: readonly NodeJS.Signals[], callback: () => void): () => void {
  let seen = false;
  const watch = () => {
    if (!seen) callback();
    seen = true;
  };
  for (const signal of signals) process.on(signal, watch);
  return () => {
    for (const signal of signals) process.off(signal, watch);
  };
}

/** Runs `pulumi` in a folder without a terminal, and gives what it says. */
export function askPulumi(args: readonly string[], folder: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn("pulumi", [...args, "--non-interactive"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const said = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said.stderr += text;
    });
    child.on("error", (error) => reject(named(error)));
    child.on("close", (code, signal) => resolve({ code, signal, stdout: said.stdout, error: errorOf(said.stderr) }));
  });
}

function named(error: NodeJS.ErrnoException): Error {
  return error.code === "ENOENT" ? new PulumiMissing() : error;
}

function errorOf(stderr: string): string {
  const lines = stderr.trim().split("\n");
  return (lines.find((line) => line.startsWith("error: ")) ?? lines.at(-1) ?? "").replace(/^error: /, "");
}
