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
 * Ctrl-C reaches it by itself, as it runs in the same process group; a SIGTERM is handed on as the interruption that
 * it ends cleanly on.
 */
export function runPulumi(args: readonly string[], folder: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn("pulumi", args, { cwd: folder, stdio: "inherit" });
    const interrupt = () => child.kill("SIGINT");
    process.on("SIGTERM", interrupt);
    child.on("error", (error) => reject(named(error)));
    child.on("close", (code, signal) => {
      process.off("SIGTERM", interrupt);
      resolve({ code, signal });
    });
  });
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
