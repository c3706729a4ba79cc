import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../user-error.ts";
import { type ProjectFile, readProjectFile, shown } from "./project-file.ts";

/** A Pulumi project of the workspace: a folder in `stacks/`. */
export interface Stack {
  /** Name of the folder and of the Pulumi project. */
  name: string;
  folder: string;
  /** Absolute path of the program. */
  program: string;
  /** Names of the environments that have a file here, sorted. */
  environments: string[];
  /** Stacks whose outputs this one reads, by name. */
  dependencies: string[];
}

/** One stack in one environment: what is planned, previewed or brought up. */
export interface Deployment {
  stack: Stack;
  environment: string;
}

/**
 * All stacks below `<root>/stacks`, each after those that it depends on.
 *
 * A stack depends on another by depending on its package, for the contract that the other one exports.
 */
export function findStacks(root: string): Stack[] {
  const home = join(root, "stacks");
  if (!existsSync(home)) throw new UserError(`${home}: there is no such folder. Run this in the repository.`);
  const folders = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = folders
    .map((entry) => join(home, entry.name))
    .filter((folder) => existsSync(join(folder, "Pulumi.yaml")));
  const packages = new Map(found.map((folder) => [packageOf(folder).name, readProjectFile(folder).name]));
  return inOrder(found.sort().map((folder) => readStack(folder, packages)));
}

function readStack(folder: string, packages: Map<string, string>): Stack {
  const project: ProjectFile = readProjectFile(folder);
  const environments = readdirSync(folder).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);
  return {
    name: project.name,
    folder,
    program: join(folder, project.main),
    environments: environments.sort(),
    dependencies: Object.keys(packageOf(folder).dependencies ?? {}).flatMap((name) => packages.get(name) ?? []),
  };
}

function packageOf(folder: string): { name: string; dependencies?: Record<string, string> } {
  const path = join(folder, "package.json");
  if (!existsSync(path)) throw new UserError(`${path}: missing. A stack is a package of the workspace.`);
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new UserError(`${shown(path)}: is no JSON. Mend it.`);
  }
}

function inOrder(stacks: Stack[]): Stack[] {
  const ordered: Stack[] = [];
  const add = (stack: Stack, path: string[]) => {
    if (ordered.includes(stack)) return;
    if (path.includes(stack.name)) {
      throw new UserError(
        `The stacks ${[...path, stack.name].join(" → ")} wait for each other. Remove one dependency.`,
      );
    }
    for (const name of stack.dependencies) {
      const dependency = stacks.find((each) => each.name === name);
      if (dependency !== undefined) add(dependency, [...path, stack.name]);
    }
    ordered.push(stack);
  };
  for (const stack of stacks) add(stack, []);
  return ordered;
}

/**
 * The environment of a dependency that belongs to an environment: the one of the same name, or the only one there is.
 */
export function environmentOf(dependency: Stack, environment: string): string {
  if (dependency.environments.includes(environment)) return environment;
  const [only, ...others] = dependency.environments;
  if (only !== undefined && others.length === 0) return only;
  throw new UserError(
    `${dependency.name} has no environment "${environment}", and ${dependency.environments.join(", ")} to choose from. Add Pulumi.${environment}.yaml.`,
  );
}
