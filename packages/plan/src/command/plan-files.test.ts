import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { record } from "../record.ts";
import { readPlans, writePlans } from "./plan-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plans-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const plan = (environment: string) => record(() => ({ url: "x" }), { project: "web", environment });

describe("readPlans", () => {
  it("reads what writePlans wrote", async () => {
    const plans = [await plan("dev"), await plan("prod")];
    expect(writePlans(folder, plans)).toEqual([join(folder, "web.dev.json"), join(folder, "web.prod.json")]);
    expect(readPlans(folder)).toEqual(plans);
  });

  it("passes over a folder with the name of a file", async () => {
    writePlans(folder, [await plan("dev")]);
    mkdirSync(join(folder, "old.json"));
    expect(readPlans(folder)).toHaveLength(1);
  });

  it("refuses two files of one plan and names both", async () => {
    writePlans(folder, [await plan("dev")]);
    writeFileSync(join(folder, "copy.json"), JSON.stringify(await plan("dev")));
    expect(() => readPlans(folder)).toThrow(
      `${join(folder, "copy.json")} and ${join(folder, "web.dev.json")} both hold the plan of web dev. Remove one.`,
    );
  });
});
