import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { comparePlans, type Plan } from "@acme/plan";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Engine } from "./engine.ts";
import { HeldStacks } from "./held-stacks.ts";
import { lackOf } from "./lacking.ts";
import { predicted, taken } from "./prediction.ts";
import { api, platform, registry } from "./stacks-of-dev.ts";

const missing = Engine.missing();
if (missing !== undefined) console.log(missing);

const stacks = [registry, platform, api];

describe.skipIf(missing !== undefined || lackOf("linux-web-api") !== undefined)("The state of stacks", () => {
  let engine: Engine;
  let held: HeldStacks;
  beforeAll(async () => {
    engine = await Engine.start();
    held = new HeldStacks(engine);
    engine.set(api.stack, api.env, { "linux-web-api:disposable": undefined });
    for (const one of stacks) await held.create(one);
  }, 600_000);
  afterAll(() => engine?.stop());

  it("moves to another backend by export and import, and nothing changes", async () => {
    const backend = join(engine.repository.root, "another-backend");
    mkdirSync(backend);
    for (const { stack, env } of stacks) {
      const there = async (...args: string[]) => {
        const to = { PULUMI_BACKEND_URL: `file://${backend}` };
        const { code, stdout, stderr } = await engine.spawn(stack, [...args, "--stack", env], to).ended;
        expect(code, `${stdout}\n${stderr}`).toBe(0);
        return stdout;
      };
      const file = join(engine.repository.root, `${stack}.json`);
      writeFileSync(file, await engine.run(stack, env, "stack", "export"));
      await there("stack", "init", "--no-select");
      await there("stack", "import", "--file", file);
      await there("preview", "--expect-no-changes");
      expect(JSON.parse(await there("stack", "export", "--show-secrets")).deployment.resources).toEqual(
        JSON.parse(await engine.run(stack, env, "stack", "export", "--show-secrets")).deployment.resources,
      );
    }
  });

  /** What the plan says of the API in dev. */
  const compared = (before: Plan[], after: Plan[]) =>
    comparePlans(before, after).find(({ project, environment }) => project === api.stack && environment === api.env);

  it("keeps what is renamed with an alias: only the task definition, which has the volume's name in it, is new", async () => {
    const before = engine.plans([api.stack]);
    const program = `${api.stack}/index.ts`;
    engine.repository.edit(
      program,
      /"files"(,\s*\{[^}]*\},\s*)\{ protect \}/,
      '"documents"$1{ protect, aliases: [{ name: "files" }] }',
    );
    engine.repository.edit(program, /"cluster"(, \{[^}]*\})/, '"tasks"$1, { aliases: [{ name: "cluster" }] }');
    const after = engine.plans([api.stack]);
    const expected = compared(before, after);
    expect(predicted(expected)).toEqual({
      "acme:service:LoadBalancedService$aws:ecs/service:Service::api": "update",
      "acme:task:TaskDefinition$aws:ecs/taskDefinition:TaskDefinition::api": "replace",
    });
    const renamed = expected?.resources.filter(({ kind }) => kind === "renamed").map(({ urn }) => urn);
    expect(renamed).toContain("acme:efs:SharedFileSystem$aws:efs/fileSystem:FileSystem::documents");
    expect(renamed).toContain("acme:cluster:Cluster$aws:ecs/cluster:Cluster::tasks");
    expect(taken(await engine.update(api.stack, api.env, "up"))).toEqual(predicted(expected));
    await engine.run(api.stack, api.env, "preview", "--expect-no-changes");
  });

  it("does not let go of files that are renamed without an alias", async () => {
    const before = engine.plans([api.stack]);
    engine.repository.edit(`${api.stack}/index.ts`, '{ protect, aliases: [{ name: "files" }] }', "{ protect }");
    engine.repository.edit(`${api.stack}/index.ts`, '"documents"', '"papers"');
    const removed = compared(before, engine.plans([api.stack]))?.resources.filter(({ kind }) => kind === "removed");
    expect(removed?.filter(({ holds }) => holds !== undefined).map(({ urn, refused }) => [urn, refused])).toEqual([
      ["acme:efs:SharedFileSystem$aws:efs/fileSystem:FileSystem::documents", true],
    ]);
    const { code, stdout } = await engine.spawn(api.stack, ["preview", "--stack", api.env]).ended;
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /aws:efs:\w+ \(documents\):\s+error: Preview failed: resource "[^"]+::documents" cannot be deleted\s+because it is protected/,
    );
  });
});
