import { stripVTControlCharacters } from "node:util";
import { UserError } from "../user-error.ts";
import type { Deployment } from "../workspace/stack.ts";

/** An error that a program did not mean to throw, with the place where it was planned. */
export class ProgramFailure extends Error {
  constructor({ stack, environment }: Deployment, cause: unknown) {
    super(`${stack.name} ${environment}: ${messageOf(cause)}`, { cause });
  }
}

/**
 * What to print for an error: its message where the user can mend it; else the message and where it comes from.
 *
 * @param plain whether stack traces were taken.
 */
export function failureText(error: unknown, plain: boolean): string {
  if (error instanceof UserError) return error.message;
  const cause = error instanceof ProgramFailure ? error.cause : error;
  const trace = cause instanceof Error ? cause.stack : undefined;
  const rest = plain ? trace : "Run it again with --plain for the stack trace.";
  return [messageOf(error), ...(rest === undefined ? [] : [rest])].join("\n");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? stripVTControlCharacters(error.message) || error.name : String(error);
}
