import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { domainNameMistakes, managedNameMistakes } from "./directory-names.ts";

const letters = (text: string) => fc.constantFrom(...text);
const label = fc.string({ unit: letters("abcXYZ019"), minLength: 1, maxLength: 15 });
const domain = fc
  .array(label, { minLength: 2, maxLength: 6 })
  .map((labels) => labels.join("."))
  .filter((name) => name.length <= 47);
const domainPattern = /^([a-zA-Z0-9]+[\\.-])+([a-zA-Z0-9])+$/;
const shortPattern = /^[^\\/:*?"<>|.]+[^\\/:*?"<>|]*$/;

describe("domainNameMistakes", () => {
  it.each(["corp.example.com", "CORP.local", "a.b", "my-corp.xn--p1ai.internal", `${"a".repeat(43)}.com`])(
    "accepts %s",
    (name) => {
      expect(domainNameMistakes(name)).toEqual([]);
    },
  );

  it.each([
    "",
    "corp",
    "corp.",
    ".corp",
    "corp..com",
    "-corp.com",
    "corp-.com",
    "corp.example.com/",
    "co rp.com",
    "a_b.com",
  ])('refuses "%s"', (name) => {
    expect(domainNameMistakes(name)).toEqual([
      `domainName "${name}" is no full name of a domain. Write it as "corp.example.com".`,
    ]);
  });

  it("refuses what FSx finds too long", () => {
    const name = `${"a".repeat(44)}.com`;
    expect(domainNameMistakes(name)).toEqual([
      `domainName "${name}" has 48 characters. FSx takes 47 at most: use a shorter one.`,
    ]);
  });

  it("accepts every name of two or more parts", () => {
    fc.assert(fc.property(domain, (name) => domainNameMistakes(name).length === 0));
  });
});

describe("managedNameMistakes", () => {
  it("accepts no domain name that Directory Service refuses", () => {
    const name = fc.string({ unit: letters("aB0-._ "), maxLength: 20 }).map((text) => `${text}.com`);
    fc.assert(
      fc.property(name, (text) => {
        const mistakes = [...domainNameMistakes(text), ...managedNameMistakes(text, "CORP")];
        return mistakes.length > 0 || domainPattern.test(text);
      }),
    );
  });

  it("accepts a short name exactly where Directory Service does, up to 15 characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: letters('aB0-._ \\/:*?"<>|'), maxLength: 18 }), (text) => {
        const accepted = managedNameMistakes("corp.example.com", text).length === 0;
        return accepted === (shortPattern.test(text) && text.length <= 15);
      }),
    );
  });

  it.each([
    ["corp.example.com", undefined, []],
    ["a-name-too-long-for-it.example.com", "CORP", []],
    [
      "co--rp.example.com",
      "CORP",
      ['domainName "co--rp.example.com" has two hyphens in a row, which Directory Service refuses. Use one.'],
    ],
    ["abcdefghijklmno.com", undefined, []],
    [
      "abcdefghijklmnop.com",
      undefined,
      [
        '"abcdefghijklmnop" of the domainName has 16 characters, and NetBIOS keeps 15. Give a shortName of 1–15 characters.',
      ],
    ],
    [
      "corp.example.com",
      "CORP/EU",
      ['shortName "CORP/EU" is no NetBIOS name. Use 1–15 characters without \\ / : * ? " < > |, the first no dot.'],
    ],
  ] as [string, string | undefined, string[]][])(
    "judges %s with the short name %s",
    (domainName, shortName, mistakes) => {
      expect(managedNameMistakes(domainName, shortName)).toEqual(mistakes);
    },
  );
});
