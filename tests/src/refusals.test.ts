import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "./every-plan.ts";
import { type Outcome, runPlan, ScratchRepository } from "./scratch-repository.ts";

let scratch: ScratchRepository;
beforeEach(() => {
  scratch = new ScratchRepository();
});
afterEach(() => scratch.remove());

/** One line on stderr, exit code 2, nothing on stdout. */
function expectRefusal(outcome: Outcome, line: string | RegExp): void {
  if (typeof line === "string") expect(outcome.stderr).toBe(`${line}\n`);
  else expect(outcome.stderr).toMatch(line);
  expect(outcome.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
}

describe("plan refuses in one line", () => {
  const prod = "linux-web-api/Pulumi.prod.yaml";

  it("an unknown stack", () => {
    expectRefusal(
      scratch.plan("linux-web"),
      'There is no stack "linux-web". Use platform, registry, linux-web-api, windows-iis.',
    );
  });

  it("an unknown environment", () => {
    expectRefusal(scratch.plan("--env", "prd"), 'There is no environment "prd". Use dev, prod, shared, staging.');
  });

  it("an unknown option", () => {
    expectRefusal(scratch.plan("--enviroment", "dev"), /unknown option '--enviroment'/);
  });

  it("comparing with nothing", () => {
    expectRefusal(
      scratch.plan("--fail-on-change"),
      "--fail-on-change compares with nothing. Add --against <folder|git-ref>.",
    );
  });

  it("malformed YAML", () => {
    scratch.edit(prod, "  linux-web-api:service:", " linux-web-api:service: [");
    expectRefusal(
      scratch.plan("linux-web-api"),
      /^stacks\/linux-web-api\/Pulumi\.prod\.yaml: .+ at line \d+, column \d+\. Mend the YAML\.\n$/,
    );
  });

  it("an unknown key, with the nearest one", () => {
    scratch.edit(prod, "memoryMiB:", "memoryMib:");
    const { code, stderr } = scratch.plan("linux-web-api", "--env", "prod");
    expect(code).toBe(2);
    expect(stderr).toContain(
      'Pulumi.prod.yaml: linux-web-api:service.memoryMib: is not a known key. Did you mean "memoryMiB"?',
    );
  });

  it("a wrong type", () => {
    scratch.edit(prod, "cpu: 512", "cpu: half");
    expectRefusal(scratch.plan("linux-web-api", "--env", "prod"), /^Pulumi\.prod\.yaml: linux-web-api:service\.cpu: /);
  });

  it("an impossible size, with the possible ones", () => {
    scratch.edit(prod, "memoryMiB: 1024", "memoryMiB: 8192");
    expectRefusal(
      scratch.plan("linux-web-api", "--env", "prod"),
      "Pulumi.prod.yaml: linux-web-api:service.memoryMiB: 8192 MiB does not fit 512 CPU units. Use 1024–4096, or cpu 1024, 2048 or 4096.",
    );
  });

  it("neither a domain nor a reason to go without", () => {
    scratch.edit(prod, / {2}linux-web-api:domain:.*\n/, "");
    expectRefusal(
      scratch.plan("linux-web-api", "--env", "prod"),
      "Pulumi.prod.yaml: linux-web-api:domain: is missing. Give a domain for HTTPS, or say why not in plainHttp: { reason: … }.",
    );
  });

  it("settings of the provider, with the stack that they stand in", () => {
    scratch.edit("platform/Pulumi.dev.yaml", /aws:region: \S+/, "aws:region: nowhere");
    expectRefusal(
      scratch.plan("platform", "--env", "dev"),
      /^stacks\/platform\/Pulumi\.dev\.yaml: aws:region: .*"nowhere"/,
    );
  });

  it("a tag in place of a digest", () => {
    scratch.edit(prod, /imageDigest: \S+/, "imageDigest: latest");
    expectRefusal(
      scratch.plan("linux-web-api", "--env", "prod"),
      /^Pulumi\.prod\.yaml: linux-web-api:imageDigest: "latest" is no digest/,
    );
  });

  it("a subnet plan that does not fit", () => {
    scratch.edit("platform/Pulumi.prod.yaml", "10.30.0.0/16", "10.30.0.0/27");
    expectRefusal(
      scratch.plan("platform", "--env", "prod"),
      "Pulumi.prod.yaml: platform:network: 10.30.0.0/27 is no block that fits a VPC here. Use /16 to /24.",
    );
  });

  it("zones of another Region", () => {
    scratch.edit("platform/Pulumi.prod.yaml", "us-east-1c", "eu-west-1c");
    const { code, stderr } = scratch.plan("platform", "--env", "prod");
    expect(code).toBe(2);
    expect(stderr).toContain("eu-west-1c is no zone of us-east-1. Use zones of it.");
  });

  it("a component name that is used twice", () => {
    scratch.edit(
      "linux-web-api/index.ts",
      'new AlarmTopic("alarms"',
      'new AlarmTopic("alarms", { kmsKeyArn: key.keyArn });\n  new AlarmTopic("alarms"',
    );
    expectRefusal(
      scratch.plan("linux-web-api", "--env", "dev"),
      "linux-web-api dev: Two resources are called acme:alarms:AlarmTopic::alarms. Give one of them another name.",
    );
  });

  it("an environment that a dependency does not have", () => {
    writeFileSync(scratch.path("linux-web-api/Pulumi.qa.yaml"), "config:\n  aws:region: us-east-1\n");
    expectRefusal(
      scratch.plan("linux-web-api", "--env", "qa"),
      'platform has no environment "qa", and dev, prod, staging to choose from. Add Pulumi.qa.yaml.',
    );
  });

  it("--against what is neither a folder nor a commit", () => {
    expectRefusal(
      runPlan(ROOT, ["platform", "--against", "no-such-ref"]),
      /^--against no-such-ref: neither a folder nor a commit of this repository\. /,
    );
  });

  it("--against a folder without plans", () => {
    expectRefusal(
      scratch.plan("platform", "--against", "stacks"),
      "stacks: holds no plan. Write some with plan --out stacks.",
    );
  });

  it("--against a file that is no plan", () => {
    writeFileSync(join(scratch.root, "foreign.json"), '{"version": 3}');
    expectRefusal(
      scratch.plan("platform", "--against", "."),
      "foreign.json: project is not that of a plan. Write it again with plan --out.",
    );
  });

  it("--against a plan that cannot be read", () => {
    writeFileSync(join(scratch.root, "broken.json"), "{");
    expectRefusal(
      scratch.plan("platform", "--against", "."),
      "broken.json: is no JSON. Write it again with plan --out.",
    );
  });

  it("--out where it cannot write", () => {
    writeFileSync(join(scratch.root, "taken"), "");
    expectRefusal(
      scratch.plan("platform", "--out", "taken"),
      "taken: cannot be written (EEXIST). Give --out another folder.",
    );
  });
});

describe("plan and a program that is wrong", () => {
  const program = "platform/index.ts";
  const failing = () =>
    scratch.edit(program, /export default .*\{\n/, '$&  if (Date.now() > 0) throw new TypeError("no such luck");\n');

  it("names the stack and the environment of an error that no one meant", () => {
    failing();
    expect(scratch.plan("platform", "--env", "dev")).toEqual({
      code: 2,
      stdout: "",
      stderr: "platform dev: no such luck\nRun it again with --plain for the stack trace.\n",
    });
  });

  it("shows with --plain where it comes from", () => {
    failing();
    const { code, stderr } = scratch.plan("platform", "--env", "dev", "--plain");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^platform dev: no such luck\nTypeError: no such luck\n {4}at .*platform\/index\.ts:\d+/);
  });

  it("never takes an error that no one catches for a change", () => {
    scratch.edit(program, "export default", 'setImmediate(() => { throw new Error("late"); });\nexport default');
    const { code, stderr } = scratch.plan("platform", "--env", "dev");
    expect([code, stderr]).toEqual([2, "Error: late\nRun it again with --plain for the stack trace.\n"]);
  });

  it("refuses one that is no TypeScript in one line, with the place", () => {
    scratch.edit(program, "export default", "const a: number = ;\nexport default");
    expectRefusal(
      scratch.plan("platform", "--env", "dev"),
      /^stacks\/platform\/index\.ts:\d+: .+\. Mend the program\.\n$/,
    );
  });

  it("refuses one that is not there", () => {
    rmSync(scratch.path(program));
    expectRefusal(
      scratch.plan("platform", "--env", "dev"),
      "stacks/platform/index.ts: there is no such file. Write it, or name the program in Pulumi.yaml.",
    );
  });
});
