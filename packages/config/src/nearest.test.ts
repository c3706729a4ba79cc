import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";

describe("nearest", () => {
  it.each([
    ["memoryMib", "memoryMiB"],
    ["memroyMiB", "memoryMiB"],
    ["memory", undefined],
    ["cpus", "cpu"],
    ["pcu", "cpu"],
    ["gpu", "cpu"],
    ["disk", undefined],
    ["desiredcount", "desiredCount"],
    ["desiredConut", "desiredCount"],
    ["constructor", undefined],
  ])("takes %s for %s", (word, meant) => {
    expect(nearest(word, ["cpu", "memoryMiB", "desiredCount"])).toBe(meant);
  });
});
