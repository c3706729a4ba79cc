import { existsSync } from "node:fs";
import { join } from "node:path";
import { token } from "../recorder/reference.ts";
import { UserError } from "../user-error.ts";
import { readYaml, shown } from "./project-file.ts";
import type { Deployment } from "./stack.ts";

/** The configuration of one environment as the engine would hand it to the program. */
export interface EnvironmentConfig {
  /** Full keys; structured values as JSON text. */
  values: Record<string, string>;
  secretKeys: string[];
}

/**
 * Reads `Pulumi.<environment>.yaml` as the engine does. A secret cannot be opened offline: it stands as a reference to
 * its key.
 */
export function readEnvironmentFile({ stack, environment }: Deployment): EnvironmentConfig {
  const path = join(stack.folder, `Pulumi.${environment}.yaml`);
  if (!existsSync(path)) {
    const known = stack.environments.join(", ");
    throw new UserError(`${stack.name} has no environment "${environment}". Use ${known}, or add ${shown(path)}.`);
  }
  const file = readYaml(path) as { config?: unknown } | null;
  const config = file?.config ?? {};
  if (typeof config !== "object" || Array.isArray(config)) {
    throw new UserError(`${shown(path)}: config is no mapping. Write keys and values below it.`);
  }
  const values: Record<string, string> = {};
  const secretKeys: string[] = [];
  for (const [key, value] of Object.entries(config as Record<string, unknown>)) {
    const full = key.includes(":") ? key : `${stack.name}:${key}`;
    if (isEncrypted(value)) secretKeys.push(full);
    values[full] = text(value, full);
  }
  return { values, secretKeys };
}

function isEncrypted(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isEncrypted);
  if (typeof value !== "object" || value === null) return false;
  return "secure" in value || Object.values(value).some(isEncrypted);
}

function text(value: unknown, key: string): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if ("secure" in value) return token(`config.${key}`);
  return JSON.stringify(value);
}
