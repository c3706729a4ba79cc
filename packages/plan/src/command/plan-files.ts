import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Plan, serialize } from "../plan.ts";
import { UserError } from "../user-error.ts";
import { shown } from "../workspace/project-file.ts";

/** Writes each plan to `<folder>/<project>.<environment>.json` and returns the paths. */
export function writePlans(folder: string, plans: readonly Plan[]): string[] {
  try {
    mkdirSync(folder, { recursive: true });
    return plans.map((plan) => {
      const path = join(folder, `${plan.project}.${plan.environment}.json`);
      writeFileSync(path, serialize(plan));
      return path;
    });
  } catch (error) {
    throw new UserError(
      `${folder}: cannot be written (${(error as NodeJS.ErrnoException).code}). Give --out another folder.`,
    );
  }
}

const planShape = z.object({
  project: z.string(),
  environment: z.string(),
  provider: z.object({}).loose(),
  resources: z.array(
    z.object({
      urn: z.string(),
      type: z.string(),
      name: z.string(),
      inputs: z.record(z.string(), z.unknown()),
      dependencies: z.array(z.string()),
      options: z.object({}).loose(),
    }),
  ),
  outputs: z.record(z.string(), z.unknown()),
  messages: z.array(z.object({ severity: z.string(), text: z.string() })),
});

/** Reads the plans that `--out` wrote. A file that is none stops with its name. */
export function readPlans(folder: string): Plan[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !isFolder(join(folder, file)));
  if (files.length === 0)
    throw new UserError(`${shown(folder)}: holds no plan. Write some with plan --out ${shown(folder)}.`);
  const found = new Map<string, string>();
  return files.sort().map((file) => {
    const place = shown(join(folder, file));
    const plan = parsePlan(readText(join(folder, file)), place);
    const name = `${plan.project} ${plan.environment}`;
    const other = found.get(name);
    if (other !== undefined) throw new UserError(`${other} and ${place} both hold the plan of ${name}. Remove one.`);
    found.set(name, place);
    return plan;
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(
      `${shown(path)}: cannot be read (${(error as NodeJS.ErrnoException).code}). Check the rights of the file.`,
    );
  }
}

/** Reads one plan from its JSON text. */
export function parsePlan(text: string, place: string): Plan {
  return checkPlan(parseJson(text, place), place);
}

/** Reads the array of plans that `plan --json` prints. */
export function parsePlanList(text: string, place: string): Plan[] {
  const value = parseJson(text, place);
  if (!Array.isArray(value)) throw new UserError(`${place}: is no list of plans. It must come from plan --json.`);
  return value.map((item) => checkPlan(item, place));
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${place}: is no JSON. Write it again with plan --out.`);
  }
}

function checkPlan(value: unknown, place: string): Plan {
  const checked = planShape.safeParse(value);
  if (checked.success) return value as Plan;
  const [issue] = checked.error.issues;
  const where = issue?.path.length ? `${issue.path.join(".")} is not that of a plan` : "it has not the shape of a plan";
  throw new UserError(`${place}: ${where}. Write it again with plan --out.`);
}

/** True for a folder that is there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
