import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
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
      "windows-iis dev",
      "windows-iis prod",
      "windows-iis staging",
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
    expect(names(JSON.parse(stdout))).toEqual([
      "platform dev",
      "registry shared",
      "linux-web-api dev",
      "windows-iis dev",
    ]);
  });

  it("plans one stack in one environment with what it depends on, and no more", () => {
    expect(names(JSON.parse(runPlan(ROOT, ["platform", "--env", "prod", "--json"]).stdout))).toEqual(["platform prod"]);
  });

  it("leaves stdout to the plans with --json, whatever else there is to say", () => {
    scratch.edit("platform/index.ts", "export default", 'console.log("loading");\nexport default');
    const { code, stdout, stderr } = scratch.plan("platform", "--env", "dev", "--json", "--out", "plans");
    expect([code, stderr]).toEqual([0, `loading\n${join("plans", "platform.dev.json")}\n`]);
    expect(names(JSON.parse(stdout))).toEqual(["platform dev"]);
  });

  it("has no colours where it writes to no terminal, in CI too", () => {
    const { stdout } = runPlan(ROOT, ["platform", "--env", "dev"], { NO_COLOR: undefined, CI: "true" });
    expect(stdout).toContain("platform dev  us-east-1");
    expect(stdout).not.toContain("\u001b");
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
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("No change in 10 plans.");
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

describe("an old Node", () => {
  it.each([
    ["packages/plan/bin/plan.mjs", 2],
    ["packages/deploy/bin/stacks.mjs", 2],
    ["packages/config/bin/node-version.cjs", 1],
  ])("is told by %s what it lacks", (file, code) => {
    const run = (version: string) => {
      const old = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`;
      const preload = `--import=data:text/javascript,${encodeURIComponent(old)}`;
      return spawnSync(process.execPath, [preload, join(ROOT, file), "--help"], { encoding: "utf8" });
    };
    for (const version of ["20.20.2", "22.17.1", "23.5.0"]) {
      const { status, stderr } = run(version);
      expect([status, stderr]).toEqual([code, expect.stringMatching(/^Node .+ cannot run TypeScript: .+\n$/)]);
    }
    for (const version of ["22.18.0", "23.6.0", "24.0.0"]) expect(run(version).status).toBe(0);
  });
});
