import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "../src/every-plan.ts";
import type { Engine } from "./engine.ts";

const PACKAGES = join(ROOT, "packages");

/** Environment that examples are brought up in. */
export const ENVIRONMENT = "dev";

/** A program that shows a component at work. */
export interface Example {
  /** Package and file, such as `cluster-linux-hosts`: also the project that it runs as. */
  name: string;
  /** The program, with ids that stand for what other components give. */
  text: string;
}

/** The examples of all packages, in the order of their names. */
export function findExamples(): Example[] {
  return packageFolders().flatMap((folder) =>
    programsIn(join(folder, "examples")).map((file) => ({
      name: `${basename(folder)}-${basename(file, ".ts")}`,
      text: readFileSync(file, "utf8"),
    })),
  );
}

/** Components, by the package that exports them, of which no example makes one. */
export function componentsWithoutExample(examples: Example[]): string[] {
  return packageFolders().flatMap((folder) => {
    const sources = programsIn(join(folder, "src")).map((file) => readFileSync(file, "utf8"));
    const classes = sources.flatMap((text) => [
      ...text.matchAll(/^export class (\w+) extends pulumi\.ComponentResource/gm),
    ]);
    const shown = (name: string) => examples.some(({ text }) => text.includes(`new ${name}(`));
    return classes.flatMap(([, name = ""]) => (shown(name) ? [] : [`${basename(folder)}: ${name}`]));
  });
}

/**
 * Writes a project that runs a program, beside the stacks of an engine.
 *
 * @param dependencies the stacks of ours that it is to come after. @default []
 */
export function writeProject(engine: Engine, name: string, program: string, dependencies: string[] = []): void {
  const folder = engine.folder(name);
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "@acme"), { recursive: true });
  symlinkSync(join(PACKAGES, "plan/node_modules/@pulumi"), join(modules, "@pulumi"));
  for (const each of packageFolders()) symlinkSync(each, join(modules, "@acme", basename(each)));
  const project = readFileSync(engine.folder("registry/Pulumi.yaml"), "utf8");
  writeFileSync(join(folder, "Pulumi.yaml"), project.replace("name: registry", `name: ${name}`));
  cpSync(engine.folder("registry/Pulumi.shared.yaml"), join(folder, `Pulumi.${ENVIRONMENT}.yaml`));
  const links = Object.fromEntries(dependencies.map((stack) => [`@acme/stack-${stack}`, "workspace:*"]));
  const manifest = { name: `@acme/${name}`, type: "module", dependencies: links };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "index.ts"), program);
}

function packageFolders(): string[] {
  return readdirSync(PACKAGES).map((name) => join(PACKAGES, name));
}

function programsIn(folder: string): string[] {
  try {
    const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
    return files.sort().map((file) => join(folder, file));
  } catch {
    return [];
  }
}
