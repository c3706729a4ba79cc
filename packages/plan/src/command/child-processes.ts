import { spawn } from "node:child_process";
import { Interruption } from "./interruption.ts";

/** How a command ended, and what it printed. */
export interface Answer {
  /** Exit code; null where a signal ended it or it could not be started. */
  code: number | null;
  stdout: string;
  stderr: string;
}

const OWN_GROUP = process.platform !== "win32";

/**
 * Commands that run one after another and end with this process: on Ctrl-C and SIGTERM the one that runs is ended with
 * all its children, a second time by force. Call `close` when nothing is left to clear away.
 */
export class ChildProcesses {
  #running: number | undefined;
  #interruption: Interruption | undefined;

  constructor() {
    process.on("SIGINT", this.#interrupt).on("SIGTERM", this.#interrupt);
  }

  /**
   * Runs a command to its end.
   *
   * @throws Interruption once someone asked to stop.
   */
  async run(command: string, args: string[], cwd: string): Promise<Answer> {
    if (this.#interruption === undefined) {
      const answer = await this.#spawn(command, args, cwd);
      if (this.#interruption === undefined) return answer;
    }
    throw this.#interruption;
  }

  /** Leaves the signals to Node again. */
  close(): void {
    process.off("SIGINT", this.#interrupt).off("SIGTERM", this.#interrupt);
  }

  #spawn(command: string, args: string[], cwd: string): Promise<Answer> {
    return new Promise((resolve) => {
      const child = spawn(command, args, {
        cwd,
        env: { ...process.env, CI: "true" },
        stdio: ["ignore", "pipe", "pipe"],
        detached: OWN_GROUP,
        shell: !OWN_GROUP,
      });
      this.#running = child.pid;
      const said = { stdout: "", stderr: "" };
      for (const stream of ["stdout", "stderr"] as const) {
        child[stream].setEncoding("utf8").on("data", (text) => {
          said[stream] += text;
        });
      }
      const end = (code: number | null) => {
        this.#running = undefined;
        resolve({ code, ...said });
      };
      child.on("error", ({ message }) => {
        said.stderr += message;
        end(null);
      });
      child.on("close", end);
    });
  }

  readonly #interrupt = (signal: NodeJS.Signals): void => {
    const force = this.#interruption !== undefined;
    this.#interruption ??= new Interruption(signal === "SIGINT" ? signal : "SIGTERM");
    if (this.#running === undefined) return;
    try {
      process.kill(OWN_GROUP ? -this.#running : this.#running, force ? "SIGKILL" : "SIGTERM");
    } catch {
      // It ended by itself a moment ago.
    }
  };
}
