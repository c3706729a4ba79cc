import { type ChildProcess, spawn } from "node:child_process";

/** How a run of Pulumi ended. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A run of Pulumi. */
export interface Started {
  child: ChildProcess;
  ended: Promise<Outcome>;
}

/**
 * Starts `pulumi` in a folder, without a terminal. It leads a process group, so that it can be ended with its plugins; at the
 * latest it is when this process ends.
 */
export function startPulumi(cwd: string, args: string[], env: NodeJS.ProcessEnv): Started {
  const child = spawn("pulumi", [...args, "--non-interactive"], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text) => {
      said[stream] += text;
    });
  }
  const end = () => endGroup(child);
  process.once("exit", end);
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.on("error", reject).on("close", (code) => {
      process.off("exit", end);
      resolve({ code, ...said });
    });
  });
  return { child, ended };
}

/** Ends a run that has not ended by itself, as Ctrl-C does. */
export function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGINT");
}
