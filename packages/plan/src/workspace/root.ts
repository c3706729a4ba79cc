import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "../user-error.ts";

/** The repository that a folder lies in: the nearest folder above with a `pnpm-workspace.yaml`. */
export function findRoot(from: string = process.cwd()): string {
  if (existsSync(join(from, "pnpm-workspace.yaml"))) return from;
  if (dirname(from) === from)
    throw new UserError(`${process.cwd()}: lies in no workspace. Run this in the repository.`);
  return findRoot(dirname(from));
}
