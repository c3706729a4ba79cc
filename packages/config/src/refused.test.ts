import { describe, expect, it } from "vitest";
import { z } from "zod";
import { refused } from "./refused.ts";

describe("refused", () => {
  it("begins a message with the value", () => {
    const age = z.string().regex(/^\d+d$/, refused("is no age. Write it as 30d."));
    expect(age.safeParse("month").error?.issues[0]?.message).toBe('"month" is no age. Write it as 30d.');
  });
});
