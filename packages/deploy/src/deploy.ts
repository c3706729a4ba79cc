import type { Deployment } from "@acme/plan/workspace";
import { createColors } from "picocolors";
import { creation, hasPassphrase, resourcesInState, stackInBackend } from "./backend-stack.ts";
import type { Call } from "./call.ts";
import { allowedAccounts } from "./environment-refusals.ts";
import type { Interruption } from "./interruption.ts";
import { environmentFile } from "./prerequisites.ts";
import { runPulumi } from "./pulumi.ts";
import { type Circumstances, failure, heading, label, type Progress, stopped, success } from "./report.ts";

const colours = createColors(Boolean(process.stdout.isTTY) && !process.env.NO_COLOR);

/**
 * Runs Pulumi for one stack after the other and stops at the first that fails.
 *
 * @returns the exit code: 0, 1 where Pulumi failed, or that of the interruption.
 */
export async function deploy(
  call: Call,
  deployments: readonly Deployment[],
  interruption: Interruption,
): Promise<number> {
  for (const [index, deployment] of deployments.entries()) {
    console.log(colours.bold(colours.cyan(heading(deployment, index, deployments.length))));
    const failed = await deployOne(call, deployment, interruption);
    const finished = failed === undefined ? index + 1 : index;
    const progress: Progress = { call, done: deployments.slice(0, finished), left: deployments.slice(finished) };
    if (interruption.exitCode !== undefined) {
      complain(stopped(progress));
      return interruption.exitCode;
    }
    if (failed !== undefined) {
      complain(failure(progress, await circumstances(progress, deployment, failed)));
      return 1;
    }
  }
  console.log(colours.green(success({ call, done: deployments, left: [] })));
  return 0;
}

type Failed = Pick<Circumstances, "ended">;

async function deployOne(call: Call, deployment: Deployment, interruption: Interruption): Promise<Failed | undefined> {
  const { stack, environment } = deployment;
  const found = await stackInBackend(deployment);
  if (interruption.exitCode !== undefined) return {};
  if (found instanceof Error) {
    console.error(found.message);
    return {};
  }
  if (found === "missing") {
    if (call.command === "destroy") {
      console.log("Nothing is there.");
      return undefined;
    }
    console.log(`The backend has no stack "${environment}" of ${stack.name} yet: it is created.`);
    const ended = await runPulumi(creation(deployment), stack.folder);
    if (ended.code !== 0 || interruption.exitCode !== undefined) return { ended };
  }
  const confirmed = call.yes && call.command !== "preview" ? ["--yes"] : [];
  const ended = await runPulumi([call.command, "--stack", environment, ...confirmed], stack.folder);
  if (ended.code !== 0) return { ended };
  // A destroy that is interrupted ends with exit code 0, whatever is left.
  const left = call.command === "destroy" ? await resourcesInState(deployment) : [];
  return left.length === 0 ? undefined : { ended };
}

async function circumstances(
  { call, done }: Progress,
  deployment: Deployment,
  { ended }: Failed,
): Promise<Circumstances> {
  const [destroys, previews] = [call.command === "destroy", call.command === "preview"];
  const read = done.filter(({ stack }) => previews && deployment.stack.dependencies.includes(stack.name));
  const states = await Promise.all(read.map(resourcesInState));
  const own = destroys ? await resourcesInState(deployment) : [];
  return {
    ended,
    accounts: ended === undefined ? [] : allowedAccounts(environmentFile(deployment)),
    passphrase: ended !== undefined && hasPassphrase(deployment),
    protectedNames: [...new Set(own.filter((resource) => resource.protected).map(({ name }) => name))].sort(),
    notUp: read.filter((_, index) => states[index]?.length === 0).map(label),
  };
}

function complain([first = "", ...others]: string[]): void {
  console.error([colours.red(first), ...others].join("\n"));
}
