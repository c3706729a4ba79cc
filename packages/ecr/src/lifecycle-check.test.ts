import { describe, expect, it } from "vitest";
import { lifecycleMistakes } from "./lifecycle-check.ts";
import { defaultLifecycleRules, type LifecycleRule } from "./lifecycle-rule.ts";

const mistakesOf = (rule: Partial<LifecycleRule>) =>
  lifecycleMistakes([{ images: "untagged", limit: { keepNewest: 1 }, ...rule }]);

describe("lifecycleMistakes", () => {
  it("accepts the default rules", () => {
    expect(lifecycleMistakes(defaultLifecycleRules)).toEqual([]);
  });

  it.each([
    { images: { tagPatterns: ["*test*1*2*3"] } },
    { images: { tagPrefixes: ["v", "x".repeat(128)] } },
    { limit: { daysSincePull: 90 }, action: "archive" },
    { limit: { daysInArchive: 365 }, storageClass: "archive" },
  ] as Partial<LifecycleRule>[])("accepts %j", (rule) => {
    expect(mistakesOf(rule)).toEqual([]);
  });

  it.each([
    [{ limit: { keepNewest: 0 } }, "Lifecycle rule 1: keepNewest is 0. Use a whole number above 0."],
    [{ limit: { daysSincePush: 1.5 } }, "Lifecycle rule 1: daysSincePush is 1.5. Use a whole number above 0."],
    [{ limit: { daysSincePull: -1 } }, "Lifecycle rule 1: daysSincePull is -1. Use a whole number above 0."],
    [
      { limit: { daysInArchive: 7 } },
      'Lifecycle rule 1: daysInArchive finds nothing in the standard class. Set storageClass to "archive".',
    ],
    [
      { action: "archive", storageClass: "archive" },
      'Lifecycle rule 1: images of the archive class cannot be archived again. Use action "expire".',
    ],
    [
      { images: { tagPrefixes: [] } },
      'Lifecycle rule 1: the list of tags is empty. Name one, or select "untagged" or "any".',
    ],
    [
      { images: { tagPatterns: ["*1*2*3*4*"] } },
      'Lifecycle rule 1: the pattern "*1*2*3*4*" has 5 wildcards. Use at most 4.',
    ],
    [
      { images: { tagPatterns: ["a/b"] } },
      'Lifecycle rule 1: "a/b" matches no tag. Use 1–128 letters, digits, _, . and -, with * as wildcard.',
    ],
    [
      { images: { tagPrefixes: ["v*"] } },
      'Lifecycle rule 1: "v*" matches no tag. Use 1–128 letters, digits, _, . and -.',
    ],
  ] as [Partial<LifecycleRule>, string][])("refuses %j", (rule, mistake) => {
    expect(mistakesOf(rule)).toEqual([mistake]);
  });

  it("refuses an empty list", () => {
    expect(lifecycleMistakes([])).toEqual([
      "The list of lifecycle rules is empty. Give a rule, or leave the list out for the default.",
    ]);
  });

  it("refuses more than 50 rules", () => {
    const rules = Array.from({ length: 51 }, (_, index) => ({
      images: { tagPrefixes: [`pr-${index}`] },
      limit: { keepNewest: 1 },
    }));
    expect(lifecycleMistakes(rules.slice(1))).toEqual([]);
    expect(lifecycleMistakes(rules)).toEqual(["51 lifecycle rules are given. Use at most 50."]);
  });

  it("refuses a policy that is too long", () => {
    const rule: LifecycleRule = { images: "any", limit: { keepNewest: 1 }, description: "x".repeat(31_000) };
    expect(lifecycleMistakes([rule])).toEqual([
      "The lifecycle policy has 31155 characters. Use fewer or shorter rules, at most 30720.",
    ]);
  });

  it("refuses two rules for the same images of one storage class", () => {
    const limit = { daysInArchive: 1 };
    expect(
      lifecycleMistakes([
        { images: "any", limit: { keepNewest: 1 } },
        { images: "any", limit, storageClass: "archive" },
        { images: { tagPrefixes: ["a", "b"] }, limit: { keepNewest: 1 } },
        { images: { tagPrefixes: ["b", "a"] }, limit: { keepNewest: 2 } },
        { images: "any", limit: { daysSincePush: 1 } },
      ]),
    ).toEqual([
      "Two lifecycle rules select images tagged a and b in the standard class. Keep one of them.",
      "Two lifecycle rules select any images in the standard class. Keep one of them.",
    ]);
  });
});
