import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLifecycleRules, type LifecycleRule, lifecyclePolicyText } from "./lifecycle-rule.ts";

const rulesOf = (...rules: LifecycleRule[]) => JSON.parse(lifecyclePolicyText(rules)).rules;

describe("lifecyclePolicyText", () => {
  it("expires untagged images after a week and keeps the newest 500", () => {
    expect(rulesOf(...defaultLifecycleRules)).toEqual([
      {
        rulePriority: 1,
        description: "Untagged images expire after 7 days",
        selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 7 },
        action: { type: "expire" },
      },
      {
        rulePriority: 2,
        description: "The newest 500 images stay",
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 500 },
        action: { type: "expire" },
      },
    ]);
  });

  it.each([
    ["untagged", { tagStatus: "untagged" }],
    ["any", { tagStatus: "any" }],
    [{ tagPatterns: ["v*", "*-arm"] }, { tagStatus: "tagged", tagPatternList: ["v*", "*-arm"] }],
    [{ tagPrefixes: ["pr-"] }, { tagStatus: "tagged", tagPrefixList: ["pr-"] }],
  ] as [LifecycleRule["images"], object][])("selects %j", (images, selection) => {
    const [rule] = rulesOf({ images, limit: { keepNewest: 3 } });
    expect(rule.selection).toEqual({ ...selection, countType: "imageCountMoreThan", countNumber: 3 });
  });

  it.each([
    [{ keepNewest: 3 }, { countType: "imageCountMoreThan", countNumber: 3 }],
    [{ daysSincePush: 3 }, { countType: "sinceImagePushed", countUnit: "days", countNumber: 3 }],
    [{ daysSincePull: 3 }, { countType: "sinceImagePulled", countUnit: "days", countNumber: 3 }],
    [{ daysInArchive: 3 }, { countType: "sinceImageTransitioned", countUnit: "days", countNumber: 3 }],
  ] as [LifecycleRule["limit"], object][])("counts %j", (limit, count) => {
    const [rule] = rulesOf({ images: "untagged", limit });
    expect(rule.selection).toEqual({ tagStatus: "untagged", ...count });
  });

  it("archives images", () => {
    const [rule] = rulesOf({ images: "any", limit: { daysSincePull: 90 }, action: "archive" });
    expect(rule.action).toEqual({ type: "transition", targetStorageClass: "archive" });
  });

  it("looks for images in the archive", () => {
    const [rule] = rulesOf({ images: "any", limit: { daysInArchive: 365 }, storageClass: "archive" });
    expect(rule.selection).toEqual({
      tagStatus: "any",
      storageClass: "archive",
      countType: "sinceImageTransitioned",
      countUnit: "days",
      countNumber: 365,
    });
  });

  it("numbers rules in their order with those for any image last", () => {
    const rule = fc.record({
      images: fc.constantFrom<LifecycleRule["images"]>(
        "any",
        "untagged",
        { tagPrefixes: ["a"] },
        { tagPatterns: ["b*"] },
      ),
      limit: fc.record({ keepNewest: fc.integer({ min: 1 }) }),
    });
    fc.assert(
      fc.property(fc.array(rule), (rules) => {
        const written = rulesOf(...rules);
        const last = (item: { selection: { tagStatus: string } }) => item.selection.tagStatus === "any";
        const expected = [
          ...rules.filter(({ images }) => images !== "any"),
          ...rules.filter(({ images }) => images === "any"),
        ];
        expect(written.map((item: { rulePriority: number }) => item.rulePriority)).toEqual(rules.map((_, i) => i + 1));
        expect(written.map(last)).toEqual(expected.map(({ images }) => images === "any"));
        expect(written.map((item: { selection: { countNumber: number } }) => item.selection.countNumber)).toEqual(
          expected.map(({ limit }) => limit.keepNewest),
        );
      }),
    );
  });
});
