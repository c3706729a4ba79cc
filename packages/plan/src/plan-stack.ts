import { pathToFileURL } from "node:url";
import * as pulumi from "@pulumi/pulumi";
import type { Plan } from "./plan.ts";
import { record } from "./record.ts";
import { RecordingError } from "./recorder/recording-error.ts";
import { stackOutputsOf } from "./recorder/stack-outputs.ts";
import { UserError } from "./user-error.ts";
import { readEnvironmentFile } from "./workspace/environment-file.ts";
import type { Deployment } from "./workspace/stack.ts";

/**
 * Plans one stack in one environment by its own program and its own environment file, without credentials.
 *
 * @param before plans of the stacks that it reads.
 * @throws UserError for what the user can mend: the file, the arguments of a component.
 */
export async function planStack(deployment: Deployment, before: readonly Plan[]): Promise<Plan> {
  const { stack, environment } = deployment;
  const { values, secretKeys } = readEnvironmentFile(deployment);
  const program = await loadProgram(deployment);
  const home = process.cwd();
  process.chdir(stack.folder);
  try {
    const stackOutputs = (name: string) => stackOutputsOf(name, before);
    return await record(program, { project: stack.name, environment, config: values, secretKeys, stackOutputs });
  } catch (error) {
    throw forUser(error, deployment);
  } finally {
    process.chdir(home);
  }
}

async function loadProgram({ stack }: Deployment): Promise<() => unknown> {
  const module = await import(pathToFileURL(stack.program).href);
  if (typeof module.default !== "function") {
    throw new UserError(`${stack.program}: exports no function. Write export default async function () { … }.`);
  }
  return module.default;
}

/** Errors that name their place already are for the user; any other is a bug of the program and keeps its stack. */
function forUser(error: unknown, { stack, environment }: Deployment): unknown {
  if (pulumi.RunError.isInstance(error)) return new UserError(error.message);
  if (pulumi.ResourceError.isInstance(error) || error instanceof RecordingError) {
    return new UserError(`${stack.name} ${environment}: ${error.message}`);
  }
  return error;
}
