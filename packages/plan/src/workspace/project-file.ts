import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseDocument } from "yaml";
import { UserError } from "../user-error.ts";

/** What the plan reads of `Pulumi.yaml`. */
export interface ProjectFile {
  name: string;
  main: string;
}

/** Reads `Pulumi.yaml` in a stack's folder. */
export function readProjectFile(folder: string): ProjectFile {
  const file = readYaml(join(folder, "Pulumi.yaml")) as Partial<ProjectFile> | null;
  if (typeof file?.name !== "string") {
    throw new UserError(`${shown(join(folder, "Pulumi.yaml"))}: name is missing. Give the project a name.`);
  }
  return { name: file.name, main: file.main ?? "index.ts" };
}

/** Reads a YAML file; a mistake in it is one line with its place. */
export function readYaml(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UserError(`${shown(path)}: cannot be read. Check the name and the rights of the file.`);
  }
  try {
    const document = parseDocument(text, { prettyErrors: true });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    const value: unknown = document.toJS();
    refuseCircles(value, []);
    return value;
  } catch (error) {
    const [line] = (error as Error).message.split("\n");
    throw new UserError(`${shown(path)}: ${line?.replace(/:$/, "")}. Mend the YAML.`);
  }
}

function refuseCircles(value: unknown, above: unknown[]): void {
  if (typeof value !== "object" || value === null) return;
  if (above.includes(value)) throw new Error("An alias stands inside what it names");
  for (const inner of Object.values(value)) refuseCircles(inner, [...above, value]);
}

/** A path as a user would write it here. */
export function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") ? path : near;
}
