import { readdirSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { file } from "./place.ts";

/**
 * Refuses an environment that nothing is said about: a misspelt name would otherwise read as a list of missing keys.
 *
 * Settings of the project alone do not make one, where other files stand in the folder: they can be defaults of `Pulumi.yaml`.
 */
export function requireEnvironment(project: string, environment: string, given: Record<string, string>) {
  const names = Object.keys(given);
  if (names.includes("aws:region")) return;
  const known = environments();
  const elsewhere = known.length > 0 && !known.includes(environment);
  if (!elsewhere && names.some((name) => name.startsWith(`${project}:`))) return;
  const others = known.filter((name) => name !== environment);
  const use = others.length > 0 ? `Use ${others.join(", ")}, or write that file.` : "Write that file.";
  throw new pulumi.RunError(`${file(environment)}: there is no environment "${environment}". ${use}`);
}

/** The environments that have a file in the folder of the program. */
function environments(): string[] {
  try {
    return readdirSync(process.cwd())
      .sort()
      .flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? []);
  } catch {
    return [];
  }
}
