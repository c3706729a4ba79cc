import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as pulumi from "@pulumi/pulumi";
import type { Plan } from "./plan.ts";
import { record } from "./record.ts";
import { RecordingError } from "./recorder/recording-error.ts";
import { stackOutputsOf } from "./recorder/stack-outputs.ts";
import { UserError } from "./user-error.ts";
import { readEnvironmentFile } from "./workspace/environment-file.ts";
import { shown } from "./workspace/project-file.ts";
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
  const place = shown(join(stack.folder, `Pulumi.${environment}.yaml`));
  process.chdir(stack.folder);
  try {
    const stackOutputs = (name: string) => stackOutputsOf(name, before);
    return await record(program, { project: stack.name, environment, config: values, secretKeys, stackOutputs });
  } catch (error) {
    throw forUser(error, deployment, place);
  } finally {
    process.chdir(home);
  }
}

async function loadProgram({ stack }: Deployment): Promise<() => unknown> {
  if (!existsSync(stack.program)) {
    throw new UserError(
      `${shown(stack.program)}: there is no such file. Write it, or name the program in Pulumi.yaml.`,
    );
  }
  const module = await import(pathToFileURL(stack.program).href).catch((error) => {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`${syntaxPlace(error) ?? shown(stack.program)}: ${error.message}. Mend the program.`);
  });
  if (typeof module.default !== "function") {
    throw new UserError(`${shown(stack.program)}: exports no function. Write export default async function () { … }.`);
  }
  return module.default;
}

/** Node names the file and the line of a syntax error in the first line of its stack. */
function syntaxPlace({ stack }: SyntaxError): string | undefined {
  const [, file = "", line] = /^(.+):(\d+)\n/.exec(stack ?? "") ?? [];
  if (line === undefined) return undefined;
  return `${shown(file.startsWith("file:") ? fileURLToPath(file) : file)}:${line}`;
}

/**
 * Errors that name their place already are for the user; any other is a bug of the program and keeps its stack.
 *
 * @param place path of the environment file. Settings of the provider are in every stack's: their lines get its path.
 */
function forUser(error: unknown, { stack, environment }: Deployment, place: string): unknown {
  if (pulumi.RunError.isInstance(error)) {
    return new UserError(error.message.replaceAll(`Pulumi.${environment}.yaml: aws:`, () => `${place}: aws:`));
  }
  if (pulumi.ResourceError.isInstance(error) || error instanceof RecordingError) {
    return new UserError(`${stack.name} ${environment}: ${error.message}`);
  }
  return error;
}
