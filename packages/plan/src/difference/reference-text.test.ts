import { describe, expect, it } from "vitest";
import { mapReferences, referencesIn, renameReferences, resourcesIn } from "./reference-text.ts";

const known = new Set(["a:b:C::x", "a:b:C::x.y", "d:e:F$a:b:C::x"]);
const urns = (reference: string) => resourcesIn(reference, known).map(({ urn, property }) => [urn, property]);

describe("resourcesIn", () => {
  it.each([
    ["a:b:C::x.id", [["a:b:C::x", "id"]]],
    ["a:b:C::x.y.id", [["a:b:C::x.y", "id"]]],
    ["a:b:C::x[0].id", [["a:b:C::x", ""]]],
    ["d:e:F$a:b:C::x.id", [["d:e:F$a:b:C::x", "id"]]],
    [
      "? a:b:C::x.id, a:b:C::x.y.arn",
      [
        ["a:b:C::x", "id"],
        ["a:b:C::x.y", "arn"],
      ],
    ],
    ['m:f:getZ({"id":"a:b:C::x.id"}).arn', [["a:b:C::x", "id"]]],
    ["a:b:C::xx.id", []],
  ])("finds in %s the resources %j", (reference, found) => {
    expect(urns(reference)).toEqual(found);
  });
});

describe("mapReferences", () => {
  it.each([
    ["a ${r} b", "a ${R} b"],
    ["$$${r}", "$$${R}"],
    ["$${r} ${r}", "$${r} ${R}"],
    ['${f({"a":"b"}).c}${r}', '${F({"A":"B"}).C}${R}'],
  ])("turns %s into %s", (text, mapped) => {
    expect(mapReferences(text, (reference) => reference.toUpperCase())).toBe(mapped);
  });
});

describe("referencesIn", () => {
  it("looks into lists, objects and documents", () => {
    expect(referencesIn({ a: ["${x}", { b: '{"c":"${y}-${x}"}' }], d: 1, e: null })).toEqual(["x", "y"]);
  });
});

describe("renameReferences", () => {
  it("renames each resource in place", () => {
    const names = new Map([...known].map((urn) => [urn, urn === "a:b:C::x" ? "a:b:C::new" : urn]));
    expect(renameReferences(["${a:b:C::x.id}/*", "${a:b:C::x.y.id}", "a:b:C::x.id"], names)).toEqual([
      "${a:b:C::new.id}/*",
      "${a:b:C::x.y.id}",
      "a:b:C::x.id",
    ]);
  });
});
