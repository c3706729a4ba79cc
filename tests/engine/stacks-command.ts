import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../src/every-plan.ts";
import type { Engine } from "./engine.ts";

const BIN = join(ROOT, "packages/deploy/bin/stacks.mjs");

/** A run of `pnpm stacks` in an engine's copy of the stacks, in a process group of its own, as a shell starts it. */
export class StacksCommand {
  readonly #child: ChildProcess;
  readonly #waiting = new Set<() => void>();
  #said = "";
  /** Exit code and everything that it said, once it has ended. */
  readonly ended: Promise<{ code: number | null; said: string }>;

  /** @param env variables beside those of the engine; undefined removes one. @default {} */
  constructor(engine: Engine, args: string[], env: NodeJS.ProcessEnv = {}) {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: engine.repository.root,
      env: { ...engine.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => this.#hear(text));
    this.ended = new Promise((resolve, reject) => {
      child.on("error", reject).on("close", (code) => {
        resolve({ code, said: this.#said });
        this.#hear("");
      });
    });
  }

  /** All that has been said by the time that the text is, and the run still goes on. */
  async until(text: string): Promise<string> {
    while (!this.#said.includes(text)) {
      if (this.#child.exitCode !== null) throw new Error(`It never said "${text}":\n${this.#said}`);
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
    return this.#said;
  }

  /** Sends a signal to the whole process group, as a terminal does on Ctrl-C and a supervisor at the end of a job. */
  signal(signal: "SIGINT" | "SIGTERM"): void {
    if (this.#child.pid !== undefined && this.#child.exitCode === null) process.kill(-this.#child.pid, signal);
  }

  #hear(text: string): void {
    this.#said += text;
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

/** The headings of the stacks that a run came to, in order. */
export function headings(said: string): string[] {
  return said.match(/^\[\d+\/\d+\] .*$/gm) ?? [];
}
