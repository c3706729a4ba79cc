/** What can be done with the stacks of an environment. */
export type Command = "preview" | "up" | "destroy";

/** One call of the command line. */
export interface Call {
  command: Command;
  environment: string;
  /** Names of the stacks to take alone; empty takes all. */
  stacks: readonly string[];
  /** Whether to go ahead without being asked. */
  yes: boolean;
}

/** The call as a user would type it. */
export function typed({ command, environment, stacks, yes }: Call): string {
  const options = [...stacks.map((name) => `--stack ${name}`), ...(yes ? ["--yes"] : [])];
  return ["pnpm stacks", command, environment, ...options].join(" ");
}
