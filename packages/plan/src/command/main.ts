import { Console } from "node:console";
import { Command, CommanderError, Option } from "commander";
import { type Plan, serialize } from "../plan.ts";
import { planStack } from "../plan-stack.ts";
import { UserError } from "../user-error.ts";
import { findRoot } from "../workspace/root.ts";
import { type Deployment, findStacks } from "../workspace/stack.ts";
import { coloured } from "./colours.ts";
import { failureText, ProgramFailure } from "./failure.ts";
import { plansOfCommit } from "./git-plans.ts";
import { Interruption } from "./interruption.ts";
import { isFolder, readPlans, writePlans } from "./plan-files.ts";
import { printPlan, printSummary } from "./print.ts";
import { Progress } from "./progress.ts";
import { select } from "./select.ts";

interface Options {
  env: string[];
  json?: boolean;
  out?: string;
  against?: string;
  failOnChange?: boolean;
  plain?: boolean;
}

const HELP = `
Examples:
  pnpm plan                                every stack in every environment
  pnpm plan linux-web-api --env prod       one stack, with what it depends on
  pnpm plan --out before                   write the plans to files
  pnpm plan --against before               what changed since then
  pnpm plan --against origin/main          what this branch would change
  pnpm --silent plan --json | jq           for programs

Exit codes: 0 fine, 1 what --fail-on-change looks for was found, 2 the call, a file or a program is wrong,
130 and 143 interrupted.`;

/** Runs the command line and returns its exit code. What programs log goes to stderr: stdout is the plans'. */
export async function main(args: string[]): Promise<number> {
  globalThis.console = new Console(process.stderr);
  let code = 0;
  const command = new Command("plan")
    .description("Plans the stacks by their own programs and environment files, without credentials.")
    .argument("[stack...]", "stacks to plan, with what they depend on (default: all)")
    .addOption(
      new Option("--env <name>", "an environment; may be given again")
        .argParser((name: string, all: string[]) => [...all, name])
        .default([], "all"),
    )
    .option("--json", "print one array of plans and nothing else")
    .option("--out <folder>", "write <stack>.<environment>.json files there")
    .option("--against <folder|git-ref>", "print what changed since those plans, or since that commit by its own code")
    .option("--fail-on-change", "with --against: exit with 1 where something changed")
    .option("--plain", "go without what makes planning fast; the plan is the same")
    .addHelpText("after", HELP)
    .exitOverride()
    .action(async (stacks: string[], options: Options) => {
      code = await run(stacks, options);
    });
  try {
    await command.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Interruption) return error.exitCode;
    process.stderr.write(`${failureText(error, command.opts<Options>().plain === true)}\n`);
    return 2;
  }
}

async function run(names: string[], options: Options): Promise<number> {
  if (options.failOnChange && options.against === undefined) {
    throw new UserError("--fail-on-change compares with nothing. Add --against <folder|git-ref>.");
  }
  if (options.json && options.against !== undefined) {
    throw new UserError("--json prints plans and --against what changed. Choose one of them.");
  }
  const progress = new Progress();
  const plans = await planAll(names, options.env, progress);
  if (options.out !== undefined) {
    const paths = writePlans(options.out, plans);
    (options.json ? process.stderr : process.stdout).write(paths.map((path) => `${path}\n`).join(""));
  }
  if (options.json) process.stdout.write(serialize(plans));
  if (options.against !== undefined) return compare(options.against, plans, names, options, progress);
  if (!options.json && options.out === undefined) {
    process.stdout.write(`${plans.map((plan) => printPlan(plan)).join("\n")}\n${printSummary(plans)}\n`);
  }
  return 0;
}

async function planAll(names: string[], environments: string[], progress: Progress): Promise<Plan[]> {
  const deployments = select(findStacks(findRoot()), names, environments);
  const plans: Plan[] = [];
  try {
    for (const [index, deployment] of deployments.entries()) {
      progress.show(`planning ${index + 1}/${deployments.length} ${deployment.stack.name} ${deployment.environment}`);
      plans.push(await planOne(deployment, plans));
    }
  } finally {
    progress.clear();
  }
  return plans;
}

async function planOne(deployment: Deployment, before: readonly Plan[]): Promise<Plan> {
  try {
    return await planStack(deployment, before);
  } catch (error) {
    throw error instanceof UserError ? error : new ProgramFailure(deployment, error);
  }
}

async function compare(
  against: string,
  plans: Plan[],
  names: string[],
  options: Options,
  progress: Progress,
): Promise<number> {
  const { comparePlans, describeDifference, hasChanges } = await import("../difference/index.ts");
  const before = isFolder(against) ? readPlans(against) : await plansOfCommit(findRoot(), against, progress);
  const everything = names.length === 0 && options.env.length === 0;
  const compared = before.filter((plan) => everything || plans.some((other) => isSame(plan, other)));
  const differences = comparePlans(compared, plans);
  process.stdout.write(describeDifference(differences, { colour: coloured }));
  return options.failOnChange && hasChanges(differences) ? 1 : 0;
}

function isSame(a: Plan, b: Plan): boolean {
  return a.project === b.project && a.environment === b.environment;
}
