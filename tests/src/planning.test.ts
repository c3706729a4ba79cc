import { serialize } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { everyPlan, planEverything } from "./every-plan.ts";

describe("planning", () => {
  it("gives the same bytes twice", async () => {
    expect(serialize(await planEverything())).toBe(serialize(await everyPlan()));
  });
});
