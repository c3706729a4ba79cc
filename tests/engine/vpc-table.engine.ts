import type { Plan } from "@acme/plan";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Engine } from "./engine.ts";
import { previewDifferences } from "./preview.ts";
import { differences, resolve } from "./stack-state.ts";
import { PROJECT, writeRows, writeVpcProject } from "./vpc/project.ts";
import { REFUSED } from "./vpc/refusals.ts";
import { BROUGHT_UP, VPCS } from "./vpc/table.ts";

const missing = Engine.missing();
if (missing !== undefined) console.log(missing);

describe.skipIf(missing !== undefined)("The plan's expansion of awsx:ec2:Vpc", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.start();
    writeVpcProject(engine);
    writeRows(engine, "preview", VPCS);
    writeRows(engine, "up", BROUGHT_UP);
    writeRows(engine, "refused", []);
    for (const environment of ["preview", "up", "refused"]) await engine.init(PROJECT, environment);
  });
  afterAll(() => engine?.stop());

  const plan = (environment: string) => engine.repository.plan(PROJECT, "--env", environment, "--json");
  const planned = (environment: string): Plan => {
    const { stdout, stderr } = plan(environment);
    expect(stderr).toBe("");
    return JSON.parse(stdout)[0];
  };

  it("is what the provider previews, for every VPC of the table", async () => {
    const previewed = engine.preview(PROJECT, "preview");
    const expected = planned("preview");
    const log = await previewed;
    expect(log.registrations.size).toBeGreaterThan(1000);
    expect(previewDifferences(expected, log)).toEqual([]);
  });

  it("is what the provider makes", async () => {
    await engine.update(PROJECT, "up", "up");
    const resources = await engine.state(PROJECT, "up");
    const known = { resources, outputs: new Map(), log: engine.log(PROJECT, "up") };
    expect(differences(planned("up"), known)).toEqual([]);
    const stack = resources.find(({ type }) => type === "pulumi:pulumi:Stack");
    expect(resolve(planned("up").outputs, known)).toEqual(stack?.outputs);
    await engine.update(PROJECT, "up", "destroy");
  });

  it.each(REFUSED)("refuses $name as the provider does", async (row) => {
    writeRows(engine, "refused", [row]);
    const refused = expect(engine.preview(PROJECT, "refused")).rejects.toThrow(row.provider);
    const { code, stderr } = plan("refused");
    await refused;
    expect([code, stderr]).toEqual([2, expect.stringMatching(row.plan)]);
  });
});
