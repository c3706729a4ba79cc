import { Command as Program } from "commander";
import type { Call, Command } from "./call.ts";

const DESCRIPTIONS: Record<Command, string> = {
  preview: "show what `up` would change, in every stack that the environment needs",
  up: "create or change every stack of the environment, after the stacks it depends on",
  destroy: "delete every stack of the environment, in reverse; stacks of other environments stay",
};

const EXAMPLES: Record<Command, string[]> = {
  preview: ["pnpm stacks preview dev", "pnpm stacks preview prod --stack linux-web-api"],
  up: ["pnpm stacks up dev", "pnpm stacks up prod --yes", "pnpm stacks up dev --stack platform --stack linux-web-api"],
  destroy: ["pnpm stacks destroy dev", "pnpm stacks destroy shared"],
};

interface Options {
  stack?: string[];
  yes?: boolean;
}

/** The commands, their arguments and their help. A mistake or a wish for help is thrown as a CommanderError. */
export function commandLine(run: (call: Call) => Promise<void>): Program {
  const program = new Program("pnpm stacks")
    .description("Runs Pulumi in the stacks of an environment, in the order of their dependencies.")
    .helpCommand(false)
    .exitOverride()
    .addHelpText("after", examples(Object.values(EXAMPLES).map(([first]) => first ?? "")));
  for (const command of ["preview", "up", "destroy"] as const) {
    const added = program
      .command(command)
      .description(DESCRIPTIONS[command])
      .argument("<environment>", "as in the names of the files stacks/*/Pulumi.<environment>.yaml")
      .option("--stack <name>", "only this stack; may be given again", (name, names: string[] = []) => [...names, name])
      .addHelpText("after", examples(EXAMPLES[command]))
      .showHelpAfterError(`pnpm stacks ${command} --help shows examples.`)
      .action((environment: string, { stack = [], yes = false }: Options) =>
        run({ command, environment, stacks: stack, yes }),
      );
    if (command !== "preview") added.option("--yes", "go ahead without being asked; needed where there is no terminal");
  }
  return program;
}

function examples(lines: string[]): string {
  return ["", "Examples:", ...lines.map((line) => `  ${line}`)].join("\n");
}
