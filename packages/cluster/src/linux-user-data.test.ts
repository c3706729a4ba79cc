import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { record } from "@acme/plan";
import * as aws from "@pulumi/aws";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgentSettings } from "./agent-settings.ts";
import { linuxUserData, shellQuoted } from "./linux-user-data.ts";

const settings: AgentSettings = {
  clusterName: "main",
  taskCleanupSeconds: 600,
  reservedMemoryMiB: 256,
  warmPool: false,
  spotDraining: false,
};
const everySetting = {
  imagePullInactivitySeconds: 3600,
  containerStartTimeoutSeconds: 1200,
  imageCleanupMinutes: 15,
  imageMinimumAgeMinutes: 120,
  imagesPerCleanup: 10,
  warmPool: true,
  spotDraining: true,
};

describe("linuxUserData", () => {
  it.each<[string, Partial<AgentSettings>]>([
    ["default", {}],
    ["every-setting", everySetting],
  ])("is the golden text linux-%s", async (name, more) => {
    const { outputs } = await record(() => ({ text: linuxUserData({ ...settings, ...more }) }));
    expect(outputs.text).toBe(readFileSync(new URL(`golden/linux-${name}.sh`, import.meta.url), "utf8"));
  });

  it("keeps a name that is known later in its place, for a plan", async () => {
    const { outputs } = await record(() => {
      const { name } = new aws.ecs.Cluster("main");
      return { text: linuxUserData({ ...settings, clusterName: name }) };
    });
    expect(outputs.text).toContain("  'ECS_CLUSTER=${aws:ecs/cluster:Cluster::main.name}' \\\n");
  });
});

describe("shellQuoted", () => {
  it("gives one word that the shell reads as the text", () => {
    const text = fc.string({ unit: fc.constantFrom("'", '"', "$", "`", "\\", " ", ";", "#", "*", "~", "é", "x") });
    fc.assert(
      fc.property(fc.array(text, { minLength: 100, maxLength: 100 }), (values) => {
        const command = `printf '<%s>\\n' ${values.map(shellQuoted).join(" ")}`;
        const { stdout } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
        expect(stdout).toBe(values.map((value) => `<${value}>\n`).join(""));
      }),
      { numRuns: 5 },
    );
  });

  it("refuses a control character, which would be a setting of its own", () => {
    expect(() => shellQuoted("main\nECS_AWSVPC_BLOCK_IMDS=false")).toThrow(
      'User data cannot hold "main\\nECS_AWSVPC_BLOCK_IMDS=false". Remove the control characters.',
    );
  });
});
