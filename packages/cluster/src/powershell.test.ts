import { record } from "@acme/plan";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quoted, quotedName } from "./powershell.ts";
import { readString, valueIn } from "./test-powershell.ts";

const awkward = ["'", '"', "$", "`", "‘", "’", "‚", "‛", "“", " ", ";", "\n", "\0", "é", "猫", "<", ">", "#", "(", "@"];
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom("'", '"', "$", "`", " ", "a") }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(...awkward, "</powershell>", "<persist>", "a") }),
);

describe("readString, by which the tests read PowerShell", () => {
  it.each([
    ["'a'", { value: "a", length: 3 }],
    ["'it''s' more", { value: "it's", length: 7 }],
    ["'a’ more", { value: "a", length: 3 }],
    ["'a‘‛b'", { value: "a‘b", length: 6 }],
    ["'$x `n'", { value: "$x `n", length: 7 }],
  ])("reads %s", (source, expected) => {
    expect(readString(source)).toEqual(expected);
  });

  it("finds no end where there is none", () => {
    expect(() => readString("'it''s")).toThrow("The string has no end.");
  });
});

describe("quoted", () => {
  it.each([
    ["main", "'main'"],
    ['it\'s $HOME `n "x"', "'it''s $HOME `n \"x\"'"],
    ["a > b", "'a > b'"],
    ["", "''"],
  ])("puts %s between quotes", (value, expected) => {
    expect(quoted(value)).toBe(expected);
  });

  it.each(["it’s", "Größe", "a\nb", "</powershell>"])("carries %j in Base64", (value) => {
    const base64 = Buffer.from(value).toString("base64");
    expect(quoted(value)).toBe(`([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64}')))`);
  });

  it("gives one expression whose value is the text, whatever that is", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(valueIn(quoted(value))).toBe(value);
      }),
    );
  });

  it("gives printable ASCII without a tag, whatever the text is", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(quoted(value)).toMatch(/^[ -;=-~]+$/);
      }),
    );
  });
});

describe("quotedName", () => {
  it("quotes a plain value like every other text", () => {
    expect(quotedName("it's")).toBe("'it''s'");
  });

  it("leaves a value that is known later readable in a plan", async () => {
    const { outputs } = await record(() => {
      const cluster = new aws.ecs.Cluster("main");
      return { name: pulumi.output(quotedName(cluster.name)) };
    });
    expect(outputs.name).toBe("'${aws:ecs/cluster:Cluster::main.name}'");
  });
});
