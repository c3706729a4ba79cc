import { describe, expect, it } from "vitest";
import { tagMutabilityInputs, tagMutabilityMistakes } from "./tag-mutability.ts";

describe("tagMutabilityInputs", () => {
  it("makes all tags immutable", () => {
    expect(tagMutabilityInputs({})).toEqual({ imageTagMutability: "IMMUTABLE" });
  });

  it("makes all tags mutable where that is asked for", () => {
    expect(tagMutabilityInputs({ imageTagMutability: "MUTABLE" })).toEqual({ imageTagMutability: "MUTABLE" });
  });

  it("excepts patterns from immutability", () => {
    expect(tagMutabilityInputs({ mutableTagPatterns: ["cache-*", "latest"] })).toEqual({
      imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
      imageTagMutabilityExclusionFilters: [
        { filter: "cache-*", filterType: "WILDCARD" },
        { filter: "latest", filterType: "WILDCARD" },
      ],
    });
  });
});

describe("tagMutabilityMistakes", () => {
  it.each([[["a"]], [["a", "b", "c", "d", "e"]], [["*a*"]], [["x".repeat(128)]]])(
    "accepts %j",
    (mutableTagPatterns) => {
      expect(tagMutabilityMistakes({ mutableTagPatterns })).toEqual([]);
    },
  );

  it.each([
    [[], "0 mutableTagPatterns are given. Use 1–5, or leave the list out."],
    [["a", "b", "c", "d", "e", "f"], "6 mutableTagPatterns are given. Use 1–5, or leave the list out."],
    [["*a*b*"], 'The pattern "*a*b*" has 3 wildcards. Use at most 2.'],
    [["a b"], '"a b" is no pattern of a tag. Use 1–128 letters, digits, ., _, - and *.'],
    [[""], '"" is no pattern of a tag. Use 1–128 letters, digits, ., _, - and *.'],
  ])("refuses %j", (mutableTagPatterns, mistake) => {
    expect(tagMutabilityMistakes({ mutableTagPatterns })).toEqual([mistake]);
  });

  it("refuses a pattern that is too long", () => {
    const pattern = "x".repeat(129);
    expect(tagMutabilityMistakes({ mutableTagPatterns: [pattern] })).toEqual([
      `"${pattern}" is no pattern of a tag. Use 1–128 letters, digits, ., _, - and *.`,
    ]);
  });

  it("refuses exceptions from nothing", () => {
    expect(tagMutabilityMistakes({ imageTagMutability: "MUTABLE", mutableTagPatterns: ["a"] })).toEqual([
      "mutableTagPatterns except nothing where all tags are mutable. Remove one of the two.",
    ]);
  });
});
