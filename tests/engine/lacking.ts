import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inject, type TestContext } from "vitest";
import { ROOT } from "../src/every-plan.ts";
import type { Emulator } from "./emulator.ts";

/** Something that an emulated AWS lacks. */
export interface Lack {
  /** What is lacked, in AWS's words. */
  what: string;
  /** What a program says that cannot come up for it, as a regular expression. */
  needs: string;
}

declare module "vitest" {
  interface ProvidedContext {
    lacks: Lack[];
  }
}

/** What the emulated AWS at hand lacks for a program to come up; undefined where it lacks nothing. */
export function lackIn(program: string): string | undefined {
  return inject("lacks").find(({ needs }) => new RegExp(needs).test(program))?.what;
}

/** What it lacks for a stack of ours. */
export function lackOf(stack: string): string | undefined {
  return lackIn(readFileSync(join(ROOT, "stacks", stack, "index.ts"), "utf8"));
}

/** Skips a test, and says why, where the emulated AWS cannot be told to refuse calls, as moto's own server. */
export async function needsRefusals({ skip }: TestContext, emulator: Emulator): Promise<void> {
  skip(!(await emulator.refuses()), "the emulated AWS cannot be told to refuse calls");
}
