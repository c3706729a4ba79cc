import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Deployment } from "@acme/plan/workspace";
import { parse } from "yaml";
import { askPulumi } from "./pulumi.ts";

/** Whether the backend has the stack of a deployment; an error is Pulumi's own word on why that cannot be told. */
export async function stackInBackend({ stack, environment }: Deployment): Promise<"there" | "missing" | Error> {
  const { code, error } = await askPulumi(["stack", "--stack", environment, "--show-name"], stack.folder);
  if (code === 0) return "there";
  return error.includes("no stack named") ? "missing" : new Error(error);
}

/**
 * Arguments that create the stack of a deployment in the backend.
 *
 * The secrets provider of the environment file is named, because `stack init` would put the backend's default in its
 * place and leave the file's secrets unreadable.
 */
export function creation({ stack, environment }: Deployment): string[] {
  const { secretsprovider } = secretSettings({ stack, environment });
  const provider = secretsprovider === undefined ? [] : ["--secrets-provider", secretsprovider];
  return ["stack", "init", environment, "--no-select", ...provider];
}

/** Whether a passphrase opens the secrets of a deployment. */
export function hasPassphrase(deployment: Deployment): boolean {
  return secretSettings(deployment).encryptionsalt !== undefined;
}

function secretSettings({ stack, environment }: Deployment): { secretsprovider?: string; encryptionsalt?: string } {
  return parse(readFileSync(join(stack.folder, `Pulumi.${environment}.yaml`), "utf8")) ?? {};
}

/** A resource as the state of a stack holds it. */
export interface ResourceInState {
  name: string;
  /** Whether Pulumi refuses to delete it. */
  protected: boolean;
}

/** The resources of a deployment as Pulumi knows them now; none where they cannot be read. */
export async function resourcesInState({ stack, environment }: Deployment): Promise<ResourceInState[]> {
  const { code, stdout } = await askPulumi(["stack", "export", "--stack", environment], stack.folder);
  if (code !== 0) return [];
  const { deployment } = JSON.parse(stdout) as { deployment?: { resources?: { urn: string; protect?: boolean }[] } };
  return (deployment?.resources ?? []).map(({ urn, protect }) => ({
    name: urn.split("::").at(-1) ?? urn,
    protected: protect === true,
  }));
}
