import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, extend, opaque, printed, token } from "./reference.ts";

describe("printed", () => {
  it.each([
    ["a reference alone", token("aws:ec2/vpc:Vpc::net.id"), "${aws:ec2/vpc:Vpc::net.id}"],
    ["a reference inside text", `arn:${token("b.arn")}/*`, "arn:${b.arn}/*"],
    ["a literal that looks like one", "${aws:username}", "$${aws:username}"],
    ["a literal dollar before a reference", `$${token("x")}`, "$$${x}"],
    ["dollars that mean nothing", "cost: 5$, $x", "cost: 5$, $x"],
  ])("writes %s", (_what, given, expected) => {
    expect(printed(given)).toBe(expected);
  });

  it("can be read back: no literal text is taken for a reference, and none is lost", () => {
    const part = fc.oneof(
      fc.record({ literal: fc.stringMatching(/^[a${}]{0,6}$/) }),
      fc.record({ reference: fc.stringMatching(/^[a-z.]{1,5}$/) }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.map((each) => ("literal" in each ? each.literal : token(each.reference))).join("");
        expect(readBack(printed(text))).toBe(text);
      }),
    );
  });

  it("refuses a reference that was cut apart", () => {
    expect(() => printed(token("a.b").slice(0, -1))).toThrow(/cut apart/);
  });
});

/** Undoes `printed`: an even run of dollars before `{` is literal, an odd one ends in a reference. */
function readBack(text: string): string {
  return text.replace(/(\$+)\{([^{}$]*)\}|(\$+)(?=\{)/g, (_match, dollars?: string, name?: string, lone?: string) => {
    if (lone !== undefined) return "$".repeat(lone.length / 2);
    const count = dollars?.length ?? 0;
    return count % 2 === 1 ? "$".repeat((count - 1) / 2) + token(name ?? "") : `${"$".repeat(count / 2)}{${name}}`;
  });
}

describe("references of references", () => {
  it("names properties and elements by their path", () => {
    expect(printed(extend(extend(token("cert.options"), "0"), "name"))).toBe("${cert.options[0].name}");
  });

  it("names the sources of what cannot be followed, once each and sorted", () => {
    expect(printed(opaque(["b.id", "a.id", "? c.id, a.id"]))).toBe("${? a.id, b.id, c.id}");
    expect(printed(extend(opaque(["a.id"]), "x"))).toBe("${(? a.id).x}");
  });

  it("stands bare inside another reference", () => {
    expect(bare(`{'id':'${token("a.id")}'}`)).toBe("{'id':'a.id'}");
  });
});
