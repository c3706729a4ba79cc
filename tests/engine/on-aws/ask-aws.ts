import { spawnSync } from "node:child_process";

/** What the AWS CLI answered: JSON, or the error in its place. */
export interface Answer {
  value?: unknown;
  error?: string;
}

/** Runs the AWS CLI with the credentials at hand, in the Region of the stacks. */
export function askAws(...args: string[]): Answer {
  const { status, stdout, stderr, error } = spawnSync("aws", [...args, "--region", "us-east-1", "--output", "json"], {
    encoding: "utf8",
    env: { ...process.env, AWS_PAGER: "" },
  });
  if (error !== undefined) throw new Error("There is no aws on PATH. Install the AWS CLI.");
  if (status !== 0) return { error: stderr.trim() };
  return { value: stdout.trim() === "" ? undefined : JSON.parse(stdout) };
}

/** The same, where an error is the end. */
export function tellAws(...args: string[]): unknown {
  const { value, error } = askAws(...args);
  if (error !== undefined) throw new Error(`aws ${args.slice(0, 2).join(" ")}: ${error}`);
  return value;
}
