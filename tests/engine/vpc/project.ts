import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { ROOT } from "../../src/every-plan.ts";
import type { Engine } from "../engine.ts";
import type { VpcRow } from "./inputs.ts";

/** Name of the project that makes the VPCs of a table. */
export const PROJECT = "vpc-table";

/** Writes the project beside the stacks of an engine: its program is `program.mjs`, its packages are those of `network`. */
export function writeVpcProject(engine: Engine): void {
  const folder = engine.folder(PROJECT);
  mkdirSync(folder);
  symlinkSync(join(ROOT, "packages/network/node_modules"), join(folder, "node_modules"));
  cpSync(join(import.meta.dirname, "program.mjs"), join(folder, "index.mjs"));
  const runtime = { name: "nodejs", options: { typescript: false } };
  writeFileSync(join(folder, "Pulumi.yaml"), stringify({ name: PROJECT, runtime, main: "index.mjs" }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: `@acme/${PROJECT}`, type: "module" }));
}

/** Writes the environment that makes these VPCs. */
export function writeRows(engine: Engine, environment: string, rows: VpcRow[]): void {
  const folder = engine.folder(PROJECT);
  writeFileSync(join(folder, `Pulumi.${environment}.yaml`), stringify({ config: { "aws:region": "us-east-1" } }));
  writeFileSync(join(folder, `rows.${environment}.json`), JSON.stringify(rows));
}
