import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { everyPlan, ROOT } from "./every-plan.ts";
import { goldenFiles } from "./golden-plans.ts";

const folder = join(ROOT, "tests/golden");
const expected = goldenFiles(await everyPlan());

describe("golden plans (pnpm golden writes them anew)", () => {
  it("are those of the stacks and environments that there are", () => {
    expect(readdirSync(folder).sort()).toEqual([...expected.keys()].sort());
  });

  it.each([...expected])("%s is what the program registers", (name, text) => {
    expect(readFileSync(join(folder, name), "utf8")).toBe(text);
  });
});
