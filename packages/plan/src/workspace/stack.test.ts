import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEnvironmentFile } from "./environment-file.ts";
import { environmentOf, findStacks } from "./stack.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stacks-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, files: Record<string, string>, dependencies: string[] = []): void {
  const folder = join(root, "stacks", name);
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: `@acme/stack-${name}`,
    dependencies: Object.fromEntries(dependencies.map((each) => [each, "*"])),
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  const all = { "Pulumi.yaml": `name: ${name}\nruntime: nodejs\nmain: index.ts\n`, ...files };
  for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, file), text);
}

describe("findStacks", () => {
  it("gives each stack after those whose contract it uses, with its environments", () => {
    write("app", { "Pulumi.dev.yaml": "", "Pulumi.prod.yaml": "" }, ["@acme/stack-base", "zod"]);
    write("base", { "Pulumi.dev.yaml": "" });
    expect(
      findStacks(root).map(({ name, environments, dependencies }) => ({ name, environments, dependencies })),
    ).toEqual([
      { name: "base", environments: ["dev"], dependencies: [] },
      { name: "app", environments: ["dev", "prod"], dependencies: ["base"] },
    ]);
  });

  it("refuses stacks that wait for each other", () => {
    write("a", {}, ["@acme/stack-b"]);
    write("b", {}, ["@acme/stack-a"]);
    expect(() => findStacks(root)).toThrow("The stacks a → b → a wait for each other. Remove one dependency.");
  });

  it("refuses a manifest that is no JSON", () => {
    write("a", { "package.json": "{" });
    expect(() => findStacks(root)).toThrow(/stacks\/a\/package\.json: is no JSON\. Mend it\.$/);
  });

  it("refuses a project without a name", () => {
    write("a", { "Pulumi.yaml": "runtime: nodejs\n" });
    expect(() => findStacks(root)).toThrow(/Pulumi\.yaml: name is missing\. Give the project a name\.$/);
  });
});

describe("environmentOf", () => {
  const stack = (environments: string[]) => ({ name: "base", folder: "", program: "", environments, dependencies: [] });

  it("is the one of the same name, or the only one", () => {
    expect(environmentOf(stack(["dev", "prod"]), "prod")).toBe("prod");
    expect(environmentOf(stack(["shared"]), "prod")).toBe("shared");
    expect(() => environmentOf(stack(["dev", "prod"]), "qa")).toThrow(
      'base has no environment "qa", and dev, prod to choose from. Add Pulumi.qa.yaml.',
    );
  });
});

describe("readEnvironmentFile", () => {
  const read = (text: string, environment = "dev") => {
    write("web", { "Pulumi.dev.yaml": text });
    const [stack] = findStacks(root);
    if (stack === undefined) throw new Error("no stack");
    return readEnvironmentFile({ stack, environment });
  };

  it("gives values as the engine does: scalars as text, structures as JSON, keys in full", () => {
    expect(
      read('config:\n  aws:region: us-east-1\n  count: 2\n  web:on: true\n  web:list: ["1"]\n  web:none:\n'),
    ).toEqual({
      values: { "aws:region": "us-east-1", "web:count": "2", "web:on": "true", "web:list": '["1"]', "web:none": "" },
      secretKeys: [],
    });
  });

  it("keeps what is encrypted closed, and says which keys are", () => {
    const { values, secretKeys } = read("config:\n  web:key:\n    secure: v1:abc\n");
    expect(secretKeys).toEqual(["web:key"]);
    expect(values["web:key"]).not.toContain("abc");
  });

  it("takes an empty file for one without settings", () => {
    expect(read("")).toEqual({ values: {}, secretKeys: [] });
  });

  it.each([
    ["what is no YAML", "config: [", /Pulumi\.dev\.yaml: .+ Mend the YAML\.$/],
    ["settings that are no mapping", "config: [a]", /config is no mapping\. Write keys and values below it\.$/],
    ["an alias inside what it names", "config:\n  web:a: &a [*a]\n", /: An alias stands inside what it names\. Mend/],
    ["an alias of nothing", "config:\n  web:a: *b\n", /: Unresolved alias .+: b\. Mend the YAML\.$/],
    ["what the YAML reader warns of", "config: !!foo", /: Unresolved tag: .+ at line 1, column 9\. Mend the YAML\.$/],
    ["a key that stands twice", "config:\n  web:a: 1\n  web:a: 2\n", /Map keys must be unique.+ Mend the YAML\.$/],
  ])("refuses %s", (_what, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it("refuses an environment that has no file", () => {
    expect(() => read("", "prod")).toThrow(/^web has no environment "prod"\. Use dev, or add .*Pulumi\.prod\.yaml\.$/);
  });
});
