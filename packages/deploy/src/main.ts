import { findRoot, findStacks, UserError } from "@acme/plan/workspace";
import { CommanderError } from "commander";
import type { Call } from "./call.ts";
import { commandLine } from "./command-line.ts";
import { deploy } from "./deploy.ts";
import { type Interruption, watchInterruption } from "./interruption.ts";
import { order } from "./order.ts";
import { pathWithNode } from "./pinned-node.ts";
import { requirePrerequisites } from "./prerequisites.ts";

/**
 * The command line `stacks`, for the workspace that the current folder lies in.
 *
 * @param argv arguments without the program.
 * @returns the exit code: 0 fine; 1 Pulumi failed; 2 the call, an environment file or the machine is not ready;
 * 130 and 143 interrupted.
 */
export async function main(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = commandLine(async (call) => {
    exitCode = await run(call, watchInterruption());
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

async function run(call: Call, interruption: Interruption): Promise<number> {
  process.env.PATH = pathWithNode(process.env.PATH ?? "", process.execPath);
  try {
    const deployments = order(findStacks(findRoot()), call);
    await requirePrerequisites(call, deployments);
    return interruption.exitCode ?? (await deploy(call, deployments, interruption));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (interruption.exitCode !== undefined) return interruption.exitCode;
    console.error(error.message);
    return 2;
  }
}
