import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameMistake } from "./schedule-name.ts";

const longest = "n".repeat(46);

describe("nameMistake", () => {
  it.each(["n", "nightly", "nightly-sweep", "Nightly2", longest])("accepts %s", (name) => {
    expect(nameMistake(name)).toBeUndefined();
  });

  it.each([
    ["", "task"],
    ["nightly_sweep", "nightly-sweep"],
    ["nightly.sweep", "nightly-sweep"],
    ["nightly sweep!", "nightly-sweep"],
    ["2nd", "task-2nd"],
    ["-nightly", "nightly"],
    ["nächtlich", "n-chtlich"],
    ['say "hi"', "say-hi"],
    [`${longest}x`, longest],
    [`${"n".repeat(45)}-sweep`, "n".repeat(45)],
  ])("refuses %j", (name, fix) => {
    expect(nameMistake(name)).toBe(
      `The name "${name}" is not a letter and then up to 45 letters, digits and hyphens. Use "${fix}".`,
    );
  });

  it("offers a name that it accepts", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (name) => {
        const fix = /Use "([^"]*)"\.$/.exec(nameMistake(name) ?? 'Use "fine".')?.[1] ?? "";
        expect(nameMistake(fix)).toBeUndefined();
      }),
    );
  });
});
