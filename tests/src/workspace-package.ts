import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./every-plan.ts";

/** A package of the workspace, by its manifest. */
export interface WorkspacePackage {
  name: string;
  /** Relative to the repository, such as `packages/task`. */
  folder: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

/** Every package in `packages/`, `stacks/` and `tests/`. */
export function workspacePackages(): WorkspacePackage[] {
  return globSync(["packages/*/package.json", "stacks/*/package.json", "tests/package.json"], { cwd: ROOT })
    .sort()
    .map((path) => {
      const { name, scripts = {}, dependencies = {}, devDependencies = {} } = JSON.parse(readText(path));
      return { name, folder: path.replace(/\/package\.json$/, ""), scripts, dependencies, devDependencies };
    });
}

/** TypeScript files of a package, relative to the repository. */
export function sourcesOf({ folder }: WorkspacePackage): string[] {
  return globSync(`${folder}/**/*.ts`, { cwd: ROOT, exclude: ["**/node_modules/**"] }).sort();
}

/** Names of the modules that a file imports. */
export function importsOf(path: string): string[] {
  const text = readText(path);
  const imports = text.matchAll(/^(?:import|export)\s(?:[^"`;=(]*?\sfrom\s)?"([^"]+)"|\bimport\("([^"]+)"\)/gm);
  return [...imports].map((match) => match[1] ?? match[2] ?? "");
}

/** Text of a file of the repository. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** Files that git knows or would add; every file below the root where there is no git. */
export function trackedFiles(): string[] {
  if (!existsSync(join(ROOT, ".git"))) {
    return globSync("**/*", { cwd: ROOT, exclude: ["**/node_modules/**", "**/.turbo/**"] });
  }
  const args = ["ls-files", "--cached", "--others", "--exclude-standard"];
  return execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
}
