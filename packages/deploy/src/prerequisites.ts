import { relative } from "node:path";
import { type Deployment, readEnvironmentFile, UserError } from "@acme/plan/workspace";
import { type Call, typed } from "./call.ts";
import { type EnvironmentFile, refusals } from "./environment-refusals.ts";
import { askPulumi, PulumiMissing } from "./pulumi.ts";

/** Reads the environment file of a deployment. */
export function environmentFile(deployment: Deployment): EnvironmentFile {
  const { stack, environment } = deployment;
  const path = relative(process.cwd(), `${stack.folder}/Pulumi.${environment}.yaml`);
  return { path, values: readEnvironmentFile(deployment).values };
}

/**
 * Why a call cannot be carried out as it is given; nothing when it can.
 *
 * @param interactive whether someone can answer Pulumi's question.
 */
export function unconfirmed(call: Call, interactive: boolean): string | undefined {
  if (call.command === "preview" || call.yes || interactive) return undefined;
  return `"${call.command}" asks before it changes anything, and there is no terminal to ask on. Confirm with: ${typed({ ...call, yes: true })}`;
}

/** Fails, before anything is done, with one line for each thing that is missing or refused. */
export async function requirePrerequisites(call: Call, deployments: readonly Deployment[]): Promise<void> {
  const question = unconfirmed(call, Boolean(process.stdin.isTTY && process.stdout.isTTY));
  if (question !== undefined) throw new UserError(question);
  const refused = deployments.flatMap((deployment) =>
    refusals(call.command, environmentFile(deployment), process.env.AWS_ENDPOINT_URL),
  );
  if (refused.length > 0) throw new UserError(refused.join("\n"));
  const [first] = deployments;
  if (first !== undefined) await requireLogin(first.stack.folder);
}

async function requireLogin(folder: string): Promise<void> {
  const { code, error } = await askPulumi(["whoami"], folder).catch((cause) => {
    if (!(cause instanceof PulumiMissing)) throw cause;
    throw new UserError(
      "The Pulumi CLI (pulumi) is not on PATH. Install it: https://www.pulumi.com/docs/iac/download-install/",
    );
  });
  if (code === 0) return;
  throw new UserError(
    `Pulumi is not logged in, or its backend does not answer (${error}). Run "pulumi login", or set PULUMI_ACCESS_TOKEN, or PULUMI_BACKEND_URL for a backend of your own.`,
  );
}
