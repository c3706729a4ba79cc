import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "@acme/plan";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "./every-plan.ts";
import { runPlan, ScratchRepository } from "./scratch-repository.ts";

let scratch: ScratchRepository;
beforeEach(() => {
  scratch = new ScratchRepository();
});
afterEach(() => scratch.remove());

const names = (plans: Plan[]) => plans.map(({ project, environment }) => `${project} ${environment}`);

describe("plan", () => {
  it("plans every stack in every environment, and says nothing else on stdout with --json", () => {
    const { code, stdout, stderr } = runPlan(ROOT, ["--json"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(names(JSON.parse(stdout))).toEqual([
      "platform dev",
      "platform prod",
      "platform staging",
      "registry shared",
      "linux-web-api dev",
      "linux-web-api prod",
      "linux-web-api staging",
    ]);
  });

  it("gives the same bytes without what makes it fast", () => {
    expect(runPlan(ROOT, ["--json", "--plain"]).stdout).toBe(runPlan(ROOT, ["--json"]).stdout);
  });

  it("shows for each plan a tree, its counts and what a reviewer looks for", () => {
    const { code, stdout, stderr } = runPlan(ROOT, ["linux-web-api", "--env", "prod"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^linux-web-api prod {2}us-east-1 {2}\d+ resources in \d+ components$/m);
    expect(stdout).toMatch(/^├─ acme:efs:SharedFileSystem +files {2}protected$/m);
    expect(stdout).toMatch(/^public +files\.example\.com by load balancer api on port 443 and port 80$/m);
    expect(stdout).toMatch(/^runs +api 2–10 × 0\.5 vCPU 1 GiB Linux X86_64 on FARGATE; sweep 1 × /m);
    expect(stdout).toMatch(/^encrypted +.*own key: /m);
    expect(stdout).toMatch(/^3 plans, \d+ resources\. Nothing was called, nothing was changed\.$/m);
  });

  it("takes along what an environment depends on", () => {
    const { stdout } = runPlan(ROOT, ["--env", "dev", "--json"]);
    expect(names(JSON.parse(stdout))).toEqual(["platform dev", "registry shared", "linux-web-api dev"]);
  });

  it("plans one stack in one environment with what it depends on, and no more", () => {
    expect(names(JSON.parse(runPlan(ROOT, ["platform", "--env", "prod", "--json"]).stdout))).toEqual(["platform prod"]);
  });

  it("explains itself", () => {
    const { code, stdout } = runPlan(ROOT, ["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("pnpm plan --against origin/main");
  });
});

describe("plan --against", () => {
  const out = () => join(scratch.root, "before");
  beforeEach(() => {
    expect(scratch.plan("--out", out()).code).toBe(0);
  });

  it("compares with the files that --out wrote", () => {
    expect(readdirSync(out())).toContain("linux-web-api.prod.json");
    const { code, stdout } = scratch.plan("--against", out(), "--fail-on-change");
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("No change in 7 plans.");
  });

  it("says in words what changed, and fails only when asked to", () => {
    scratch.edit("linux-web-api/Pulumi.prod.yaml", "memoryMiB: 1024", "memoryMiB: 2048");
    const { code, stdout } = scratch.plan("--against", out());
    expect(code).toBe(0);
    expect(stdout).toContain("linux-web-api prod:");
    expect(stdout).toContain('memory: "1024" → "2048"');
    expect(scratch.plan("--against", out(), "--fail-on-change").code).toBe(1);
  });
});

describe("plan --against a commit", () => {
  it.skipIf(!existsSync(join(ROOT, ".git")))(
    "plans that commit by its own code, installed from its own lock file",
    { timeout: 240_000 },
    () => {
      const { code, stdout, stderr } = runPlan(ROOT, ["platform", "--env", "dev", "--against", "HEAD"]);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).not.toBe("");
    },
  );
});

/** One line on stderr, exit code 2, nothing on stdout. */
function expectRefusal(outcome: ReturnType<typeof runPlan>, line: string | RegExp): void {
  if (typeof line === "string") expect(outcome.stderr).toBe(`${line}\n`);
  else expect(outcome.stderr).toMatch(line);
  expect(outcome.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
}

describe("plan refuses in one line", () => {
  const prod = "linux-web-api/Pulumi.prod.yaml";

  it("an unknown stack", () => {
    expectRefusal(scratch.plan("linux-web"), 'There is no stack "linux-web". Use platform, registry, linux-web-api.');
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
