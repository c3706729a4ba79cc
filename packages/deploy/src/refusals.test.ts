import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { it, type RunOptions, type Workspace } from "./fixture/workspace.ts";
import { unconfirmed } from "./prerequisites.ts";

const PLACEHOLDERS = 'config:\n  aws:allowedAccountIds: ["123456789012"]\n  web:domain: { name: files.example.com }\n';

describe.skipIf(process.platform === "win32").concurrent("stacks refuses", () => {
  const refused = async (workspace: Workspace, args: string[], options: RunOptions = {}) => {
    const { code, stderr, stdout, calls } = await workspace.run(args, options);
    expect({ code, stdout, calls }).toEqual({ code: 2, stdout: "", calls: [] });
    return stderr;
  };

  it("an unknown environment, with the nearest one", async ({ workspace, expect }) => {
    expect(await refused(workspace, ["up", "prd", "--yes"])).toBe(
      'No stack has an environment "prd". Did you mean prod? There is: dev, prod, shared.\n',
    );
  });

  it("an unknown stack", async ({ workspace, expect }) => {
    expect(await refused(workspace, ["preview", "dev", "--stack", "wep"])).toBe(
      '"pnpm stacks preview dev" has no stack "wep". Did you mean web? There is: registry, platform, web.\n',
    );
  });

  it.for(["up", "destroy"])("%s without a terminal and without --yes", async (command, { workspace, expect }) => {
    expect(await refused(workspace, [command, "dev", "--stack", "web"])).toBe(
      `"${command}" asks before it changes anything, and there is no terminal to ask on. Confirm with: pnpm stacks ${command} dev --stack web --yes\n`,
    );
  });

  it("to start without the CLI", async ({ workspace, expect }) => {
    rmSync(join(workspace.root, "bin", "pulumi"));
    expect(await refused(workspace, ["preview", "dev"], { env: { PATH: join(workspace.root, "bin") } })).toBe(
      "The Pulumi CLI (pulumi) is not on PATH. Install it: https://www.pulumi.com/docs/iac/download-install/\n",
    );
  });

  it("to start without a login", async ({ workspace, expect }) => {
    const options = { fails: ["registry: whoami --non-interactive"], error: "no access token" };
    expect(await refused(workspace, ["preview", "dev"], options)).toBe(
      'Pulumi is not logged in, or its backend does not answer (no access token). Run "pulumi login", or set PULUMI_ACCESS_TOKEN, or PULUMI_BACKEND_URL for a backend of your own.\n',
    );
  });

  it("placeholders in every file that up would use", async ({ workspace, expect }) => {
    workspace.write("registry", "shared", PLACEHOLDERS);
    workspace.write("web", "dev", PLACEHOLDERS);
    const lines = (path: string, prefix: string) => [
      `${path}: aws:allowedAccountIds[0]: 123456789012 is the template's example account. Fill in your own account.`,
      `${path}: ${prefix}:domain.name: files.example.com lies in a domain reserved for examples. Fill in a domain of your own.`,
    ];
    expect((await refused(workspace, ["up", "dev", "--yes"])).trim().split("\n")).toEqual([
      ...lines("stacks/registry/Pulumi.shared.yaml", "web"),
      ...lines("stacks/web/Pulumi.dev.yaml", "web"),
    ]);
  });

  it("malformed YAML", async ({ workspace, expect }) => {
    workspace.write("platform", "dev", "config: [\n");
    expect(await refused(workspace, ["preview", "dev"])).toContain("stacks/platform/Pulumi.dev.yaml: ");
  });

  it("a word that is no command, and an option that a command lacks", async ({ workspace, expect }) => {
    expect(await refused(workspace, ["ip", "dev"])).toContain("error: unknown command 'ip'");
    expect(await refused(workspace, ["preview", "dev", "--yes"])).toContain("error: unknown option '--yes'");
  });

  it("a call without an environment, and says where to find examples", async ({ workspace, expect }) => {
    expect(await refused(workspace, ["up"])).toBe(
      "error: missing required argument 'environment'\npnpm stacks up --help shows examples.\n",
    );
  });

  it("to start with a Node that cannot run TypeScript", async ({ workspace, expect }) => {
    const old = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "22.17.1" } })';
    const options = { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}` } };
    expect(await refused(workspace, ["preview", "dev"], options)).toContain("Node 22.17.1 cannot run TypeScript: ");
  });

  it("no placeholders for an emulated AWS on this machine", async ({ workspace, expect }) => {
    workspace.write("web", "dev", PLACEHOLDERS);
    const { code } = await workspace.run(["up", "dev", "--yes"], {
      env: { AWS_ENDPOINT_URL: "http://127.0.0.1:4566" },
    });
    expect(code).toBe(0);
  });

  it("no placeholders in a preview", async ({ workspace, expect }) => {
    workspace.write("web", "dev", PLACEHOLDERS);
    expect((await workspace.run(["preview", "dev"])).code).toBe(0);
  });
});

describe("unconfirmed", () => {
  const call = { command: "up", environment: "dev", stacks: [], yes: false } as const;

  it("is nothing where someone can be asked", () => {
    expect(unconfirmed(call, true)).toBeUndefined();
  });

  it("is nothing for a preview", () => {
    expect(unconfirmed({ ...call, command: "preview" }, false)).toBeUndefined();
  });
});
