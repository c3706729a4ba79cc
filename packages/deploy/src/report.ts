import type { Deployment } from "@acme/plan/workspace";
import { type Call, type Command, typed } from "./call.ts";
import type { Ended } from "./pulumi.ts";

/** How far a call came. */
export interface Progress {
  call: Call;
  /** What is finished, in its order. */
  done: readonly Deployment[];
  /** What is not; the first of them is the one that ended the call. */
  left: readonly Deployment[];
}

/** What stands in a failure's way out, as far as it could be seen. */
export interface Circumstances {
  /** How Pulumi ended; unset where its question to the backend failed. */
  ended?: Ended;
  /** Accounts that the failed stack's file allows. */
  accounts: readonly string[];
  /** Whether a passphrase opens the secrets of the failed stack. */
  passphrase: boolean;
  /** Resources of the failed stack that Pulumi does not delete. */
  protectedNames: readonly string[];
  /** Stacks that the failed one reads and that hold nothing. */
  notUp: readonly string[];
}

/** A stack in its environment, as a user reads it. */
export function label({ stack, environment }: Deployment): string {
  return `${stack.name} ${environment}`;
}

/** The line before each stack. */
export function heading(deployment: Deployment, index: number, total: number): string {
  return `[${index + 1}/${total}] ${label(deployment)}`;
}

const PAST: Record<Command, string> = { preview: "previewed", up: "up", destroy: "destroyed" };

/** The line after a call that did all. */
export function success({ call, done }: Progress): string {
  return `Done, ${PAST[call.command]}: ${done.map(label).join(", ")}.`;
}

/** The lines after a stack at which Pulumi failed: what failed, what is done, and how to go on. */
export function failure(progress: Progress, circumstances: Circumstances): string[] {
  const [failed] = progress.left;
  if (failed === undefined) return [];
  return [
    `${label(failed)}: pulumi ${progress.call.command} ${ending(circumstances.ended)}. Nothing after it was begun.`,
    ...state(progress),
    ...declined(progress.call, failed),
    ...hints(progress.call, failed, circumstances),
    `Mend what Pulumi says above, then run the same command again: ${typed(progress.call)}`,
    ...repeatable(progress.call.command),
  ];
}

/** The lines after Ctrl-C: what is done and how to go on. */
export function stopped(progress: Progress): string[] {
  return [
    "Stopped, as you asked.",
    ...state(progress),
    `To go on, run the same command again: ${typed(progress.call)}`,
    ...repeatable(progress.call.command),
  ];
}

function ending(ended: Ended | undefined): string {
  if (ended === undefined) return "failed";
  if (ended.code === 0) return "was cut short";
  return ended.signal === null ? `failed with exit code ${ended.code}` : `failed by ${ended.signal}`;
}

function state({ call, done, left }: Progress): string[] {
  const list = (deployments: readonly Deployment[]) => deployments.map(label).join(", ") || "none";
  return [`  ${PAST[call.command]}: ${list(done)}`, `  not finished: ${list(left)}`];
}

function repeatable(command: Command): string[] {
  if (command === "preview") return [];
  return [command === "up" ? "Stacks that are up are left as they are." : "Stacks that are destroyed are passed over."];
}

/** Pulumi ends in the same way where its question is answered with no. */
function declined(call: Call, failed: Deployment): string[] {
  if (call.yes || call.command === "preview") return [];
  return [`If you said no, or pressed Ctrl-C at the question, nothing of ${label(failed)} was changed.`];
}

function hints(call: Call, failed: Deployment, circumstances: Circumstances): string[] {
  const { ended, accounts, passphrase, protectedNames, notUp } = circumstances;
  const lines: string[] = [];
  if (call.command === "destroy" && protectedNames.length > 0) {
    lines.push(
      `Resources are protected (${protectedNames.join(", ")}): docs/runbooks/destroy-protected.md says how to let go of them.`,
    );
  }
  if (call.command === "preview" && notUp.length > 0) {
    lines.push(
      `It may need what is not up yet: ${notUp.join(", ")}. ${typed({ ...call, command: "up" })} brings all up in order.`,
    );
  }
  if (ended?.signal != null) {
    lines.push(
      `If Pulumi says that the stack is locked: pulumi cancel --stack ${failed.environment}, in ${failed.stack.name}'s folder.`,
    );
  }
  if (lines.length > 0) return lines;
  if (accounts.length > 0) {
    lines.push(
      `If it is the account or the credentials: the file allows ${accounts.join(", ")} alone. Set AWS_PROFILE or sign in to it.`,
    );
  }
  if (passphrase) {
    lines.push(
      "If it is the passphrase: PULUMI_CONFIG_PASSPHRASE, or the file that PULUMI_CONFIG_PASSPHRASE_FILE names, must hold the one that the stack was created with.",
    );
  }
  return lines;
}
