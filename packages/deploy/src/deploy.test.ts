import { realpathSync } from "node:fs";
import { describe } from "vitest";
import { it } from "./fixture/workspace.ts";

const missing = (stack: string, environment: string) =>
  `${stack}: stack --stack ${environment} --show-name --non-interactive`;

describe.skipIf(process.platform === "win32").concurrent("stacks", () => {
  it("brings the stacks of an environment up, each after those that it depends on", async ({ workspace, expect }) => {
    const { code, stdout, stderr, calls } = await workspace.run(["up", "dev", "--yes"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(calls).toEqual([
      "registry: up --stack shared --yes",
      "platform: up --stack dev --yes",
      "web: up --stack dev --yes",
    ]);
    const said = `pulumi says: up with ${realpathSync(process.execPath)}`;
    expect(stdout.trim().split("\n")).toEqual([
      "[1/3] registry shared",
      said,
      "[2/3] platform dev",
      said,
      "[3/3] web dev",
      said,
      "Done, up: registry shared, platform dev, web dev.",
    ]);
  });

  it("previews without a question", async ({ workspace, expect }) => {
    const { code, calls } = await workspace.run(["preview", "prod"]);
    expect({ code, calls }).toEqual({
      code: 0,
      calls: ["registry: preview --stack shared", "platform: preview --stack prod", "web: preview --stack prod"],
    });
  });

  it("finds the workspace from a folder inside it", async ({ workspace, expect }) => {
    const { code, calls } = await workspace.run(["preview", "shared"], { folder: "stacks/web" });
    expect({ code, calls }).toEqual({ code: 0, calls: ["registry: preview --stack shared"] });
  });

  it("destroys in reverse and leaves what other environments share", async ({ workspace, expect }) => {
    const { code, calls } = await workspace.run(["destroy", "dev", "--yes"]);
    expect({ code, calls }).toEqual({
      code: 0,
      calls: ["web: destroy --stack dev --yes", "platform: destroy --stack dev --yes"],
    });
  });

  it("destroys what is shared by its own name only", async ({ workspace, expect }) => {
    const { calls } = await workspace.run(["destroy", "shared", "--yes"]);
    expect(calls).toEqual(["registry: destroy --stack shared --yes"]);
  });

  it("stops at the first failure and says how to go on", async ({ workspace, expect }) => {
    const { code, stderr, calls } = await workspace.run(["up", "dev", "--yes"], {
      fails: ["platform: up --stack dev --yes"],
    });
    expect(code).toBe(1);
    expect(calls).toEqual(["registry: up --stack shared --yes", "platform: up --stack dev --yes"]);
    expect(stderr.trim().split("\n")).toEqual([
      "error: it went wrong",
      "platform dev: pulumi up failed with exit code 255. Nothing after it was begun.",
      "  up: registry shared",
      "  not finished: platform dev, web dev",
      "If it is the account or the credentials: the file allows 210987654321 alone. Set AWS_PROFILE or sign in to it.",
      "Mend what Pulumi says above, then run the same command again: pnpm stacks up dev --yes",
      "Stacks that are up are left as they are.",
    ]);
  });

  it("creates a stack that the backend does not have, with the secrets provider of its file", async ({
    workspace,
    expect,
  }) => {
    workspace.write("web", "dev", "secretsprovider: awskms://alias/web\nconfig:\n  aws:allowedAccountIds: ['2']\n");
    const { stdout, calls } = await workspace.run(["up", "dev", "--yes"], {
      fails: [missing("platform", "dev"), missing("web", "dev")],
      error: "no stack named 'dev' found",
    });
    expect(stdout).toContain('The backend has no stack "dev" of platform yet: it is created.\n');
    expect(calls).toEqual([
      "registry: up --stack shared --yes",
      "platform: stack init dev --no-select",
      "platform: up --stack dev --yes",
      "web: stack init dev --no-select --secrets-provider awskms://alias/web",
      "web: up --stack dev --yes",
    ]);
  });

  it("passes over a stack that is not there to destroy", async ({ workspace, expect }) => {
    const { code, stdout, calls } = await workspace.run(["destroy", "dev", "--yes"], {
      fails: [missing("web", "dev")],
      error: "no stack named 'dev' found",
    });
    expect(code).toBe(0);
    expect(stdout).toContain("[1/2] web dev\nNothing is there.\n[2/2] platform dev\n");
    expect(calls).toEqual(["platform: destroy --stack dev --yes"]);
  });

  it("creates nothing where the backend does not answer", async ({ workspace, expect }) => {
    const { code, stderr, calls } = await workspace.run(["up", "dev", "--yes"], {
      fails: [missing("registry", "shared")],
      error: "the backend is down",
    });
    expect({ code, calls }).toEqual({ code: 1, calls: [] });
    expect(stderr).toContain("the backend is down\nregistry shared: pulumi up failed. Nothing after it was begun.\n");
  });

  it("points to the runbook when a protected resource stops a destroy", async ({ workspace, expect }) => {
    const { code, stderr } = await workspace.run(["destroy", "prod", "--yes"], {
      fails: ["web: destroy --stack prod --yes"],
      resources: [
        { urn: "urn:pulumi:prod::web::aws:lb/loadBalancer:LoadBalancer::web", protect: true },
        { urn: "urn:pulumi:prod::web::aws:efs/fileSystem:FileSystem::files", protect: true },
        { urn: "urn:pulumi:prod::web::aws:ecs/cluster:Cluster::cluster" },
      ],
    });
    expect(code).toBe(1);
    expect(stderr).toContain("Resources are protected (files, web): docs/runbooks/destroy-protected.md says");
  });

  it("stops at a destroy that ends well and leaves resources, as an interrupted one does", async ({
    workspace,
    expect,
  }) => {
    const { code, stderr, calls } = await workspace.run(["destroy", "dev", "--yes"], {
      resources: [{ urn: "urn:pulumi:dev::web::aws:ecs/cluster:Cluster::cluster" }],
    });
    expect({ code, calls }).toEqual({ code: 1, calls: ["web: destroy --stack dev --yes"] });
    expect(stderr).toContain(
      "web dev: pulumi destroy was cut short. Nothing after it was begun.\n  destroyed: none\n  not finished: web dev, platform dev\n",
    );
  });

  it("says that a preview fails for a stack that is not up", async ({ workspace, expect }) => {
    const { stderr } = await workspace.run(["preview", "dev"], { fails: ["web: preview --stack dev"] });
    expect(stderr).toContain("It may need what is not up yet: registry shared, platform dev. pnpm stacks up dev");
  });

  it.for([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "hands %s on once, begins nothing more and says how to go on",
    async ([signal, exitCode], { workspace, expect }) => {
      const { code, stderr, calls } = await workspace.run(["up", "dev", "--yes"], {
        waits: "platform: up --stack dev --yes",
        signal,
      });
      expect(code).toBe(exitCode);
      expect(calls).toEqual([
        "registry: up --stack shared --yes",
        "platform: up --stack dev --yes",
        "platform: up --stack dev --yes (interrupted)",
      ]);
      expect(stderr.trim().split("\n")).toEqual([
        "Stopped, as you asked.",
        "  up: registry shared",
        "  not finished: platform dev, web dev",
        "To go on, run the same command again: pnpm stacks up dev --yes",
        "Stacks that are up are left as they are.",
      ]);
    },
  );
});
