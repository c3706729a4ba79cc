import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Engine } from "./engine.ts";
import { StacksCommand } from "./stacks-command.ts";

/** What `pnpm stacks` refuses to begin with: exit code 2, one line, and nothing is done. */
export function describeRefusals(engine: () => Engine): void {
  const run = (args: string[], env?: NodeJS.ProcessEnv) => new StacksCommand(engine(), args, env).ended;

  describe("refuses, before it does anything,", () => {
    const nowhere = () => {
      const folder = join(engine().repository.root, "nowhere");
      mkdirSync(folder, { recursive: true });
      return { HOME: folder, PULUMI_HOME: folder };
    };
    const wayOut = 'Run "pulumi login", or set PULUMI_ACCESS_TOKEN, or PULUMI_BACKEND_URL for a backend of your own.\n';

    it("a machine without the CLI", async () => {
      expect(await run(["preview", "dev"], { PATH: nowhere().HOME })).toEqual({
        code: 2,
        said: "The Pulumi CLI (pulumi) is not on PATH. Install it: https://www.pulumi.com/docs/iac/download-install/\n",
      });
    });

    it("a machine without a login", async () => {
      const env = { ...nowhere(), PULUMI_BACKEND_URL: undefined, PULUMI_ACCESS_TOKEN: undefined };
      expect(await run(["preview", "dev"], env)).toEqual({
        code: 2,
        said: `Pulumi is not logged in, or its backend does not answer (PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions). ${wayOut}`,
      });
    });

    it("a backend that is not there", async () => {
      expect(await run(["preview", "dev"], { PULUMI_BACKEND_URL: "file:///not/there" })).toEqual({
        code: 2,
        said: `Pulumi is not logged in, or its backend does not answer (unable to open state directory "file:///not/there": stat /not/there: no such file or directory). ${wayOut}`,
      });
    });

    it("an unknown environment", async () => {
      expect(await run(["up", "prd", "--yes"])).toEqual({
        code: 2,
        said: 'No stack has an environment "prd". Did you mean prod? There is: dev, prod, shared, staging.\n',
      });
    });

    it("an environment that a stack lacks", async () => {
      const [file, away] = [engine().folder("platform/Pulumi.dev.yaml"), join(engine().repository.root, "away.yaml")];
      renameSync(file, away);
      const outcome = await run(["preview", "dev"]);
      renameSync(away, file);
      expect(outcome).toEqual({
        code: 2,
        said: 'platform has no environment "dev", and prod, staging to choose from. Add Pulumi.dev.yaml.\n',
      });
    });

    it("a call without an environment", async () => {
      expect(await run(["up"])).toEqual({
        code: 2,
        said: "error: missing required argument 'environment'\npnpm stacks up --help shows examples.\n",
      });
    });

    it("an unknown stack", async () => {
      expect(await run(["up", "dev", "--stack", "plattform", "--yes"])).toEqual({
        code: 2,
        said: '"pnpm stacks up dev" has no stack "plattform". Did you mean platform? There is: registry, platform, alarms-topic, linux-web-api, windows-iis.\n',
      });
    });

    it("the template's account where AWS is the real one", async () => {
      const { code, said } = await run(["up", "shared", "--yes"], { AWS_ENDPOINT_URL: undefined });
      expect({ code, said }).toEqual({
        code: 2,
        said: "stacks/registry/Pulumi.shared.yaml: aws:allowedAccountIds[0]: 123456789012 is the template's example account. Fill in your own account.\n",
      });
    });
  });
}
