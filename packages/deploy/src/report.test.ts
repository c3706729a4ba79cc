import { describe, expect, it } from "vitest";
import type { Call, Command } from "./call.ts";
import { type Circumstances, failure, stopped } from "./report.ts";

const deployment = (name: string, environment = "dev") => ({
  stack: { name, folder: `/stacks/${name}`, program: "", environments: [environment], dependencies: [] },
  environment,
});

const call = (command: Command): Call => ({ command, environment: "dev", stacks: [], yes: command !== "preview" });
const progress = (command: Command) => ({
  call: call(command),
  done: [deployment("registry", "shared")],
  left: [deployment("platform"), deployment("web")],
});
const failed: Circumstances = {
  ended: { code: 255, signal: null },
  accounts: [],
  passphrase: false,
  protectedNames: [],
  notUp: [],
};

describe("failure", () => {
  it("says what failed, what is done, what is not and how to go on", () => {
    expect(failure(progress("up"), failed)).toEqual([
      "platform dev: pulumi up failed with exit code 255. Nothing after it was begun.",
      "  up: registry shared",
      "  not finished: platform dev, web dev",
      "Mend what Pulumi says above, then run the same command again: pnpm stacks up dev --yes",
      "Stacks that are up are left as they are.",
    ]);
  });

  it("names the accounts that the file allows", () => {
    expect(failure(progress("up"), { ...failed, accounts: ["210987654321"] })).toContain(
      "If it is the account or the credentials: the file allows 210987654321 alone. Set AWS_PROFILE or sign in to it.",
    );
  });

  it("says that nothing was changed where the question was answered with no", () => {
    const asked = { ...progress("destroy"), call: { ...call("destroy"), yes: false } };
    expect(failure(asked, failed)).toContain(
      "If you said no, or pressed Ctrl-C at the question, nothing of platform dev was changed.",
    );
  });

  it("names the variables of the passphrase that opens the stack", () => {
    expect(failure(progress("up"), { ...failed, passphrase: true })).toContain(
      "If it is the passphrase: PULUMI_CONFIG_PASSPHRASE, or the file that PULUMI_CONFIG_PASSPHRASE_FILE names, must hold the one that the stack was created with.",
    );
  });

  it("leaves the accounts out where the cause is known", () => {
    const lines = failure(progress("destroy"), { ...failed, accounts: ["210987654321"], protectedNames: ["files"] });
    expect(lines.filter((line) => line.includes("210987654321"))).toEqual([]);
  });

  it("points to the runbook where resources are protected", () => {
    expect(failure(progress("destroy"), { ...failed, protectedNames: ["files"] })).toContain(
      "Resources are protected (files): docs/runbooks/destroy-protected.md says how to let go of them.",
    );
  });

  it("says that a preview reads a stack that is not up", () => {
    expect(failure(progress("preview"), { ...failed, notUp: ["platform dev"] })).toContain(
      "It may need what is not up yet: platform dev. pnpm stacks up dev brings all up in order.",
    );
  });

  it("says how to unlock a stack after a kill", () => {
    const lines = failure(progress("up"), { ...failed, ended: { code: null, signal: "SIGKILL" } });
    expect(lines[0]).toBe("platform dev: pulumi up failed by SIGKILL. Nothing after it was begun.");
    expect(lines).toContain(
      "If Pulumi says that the stack is locked: pulumi cancel --stack dev, in platform's folder.",
    );
  });
});

describe("stopped", () => {
  it("gives the command to go on with", () => {
    expect(stopped(progress("destroy"))).toEqual([
      "Stopped, as you asked.",
      "  destroyed: registry shared",
      "  not finished: platform dev, web dev",
      "To go on, run the same command again: pnpm stacks destroy dev --yes",
      "Stacks that are destroyed are passed over.",
    ]);
  });
});
