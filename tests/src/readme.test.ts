import { existsSync, globSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { everyPlan, ROOT } from "./every-plan.ts";
import { readText } from "./workspace-package.ts";

const pages = globSync(["*.md", "docs/**/*.md", "packages/*/README.md"], { cwd: ROOT }).sort();
const readme = readText("README.md");

/** The blocks between lines of three backticks: language and text. */
const codeBlocks = (text: string) => [...text.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)];
/** The rest of a page. */
const prose = (text: string) => text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, "");

describe("the README", () => {
  it("has at most 200 lines", () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(200);
  });

  it("quotes the program as it is", () => {
    const [program] = codeBlocks(readme).filter(([, language]) => language === "ts");
    expect(program?.[2]).toBe(readText("stacks/linux-web-api/index.ts"));
  });

  it("counts the resources of every plan", async () => {
    const rows = [...readme.matchAll(/^\| \[`([\w-]+)`\]\(stacks\/.*?\|.*?\| ([^|]+) \|/gm)];
    const counted = rows.flatMap(([, stack, counts]) => counts?.split(", ").map((count) => `${stack} ${count}`));
    const planned = (await everyPlan()).map(
      ({ project, environment, resources }) =>
        `${project} ${environment} ${resources.filter((resource) => !resource.component).length}`,
    );
    expect(counted.sort()).toEqual(planned.sort());
  });

  it("adds its costs up", () => {
    const sums = [...readme.matchAll(/^\| \[`[\w-]+`\]\(stacks\/.* (\d+(?:\.\d\d)?) \|$/gm)].map((row) =>
      Number(row[1]),
    );
    expect(sums.reduce((sum, each) => sum + each, 0).toFixed(2)).toBe(/^Together (\d+\.\d\d);/m.exec(readme)?.[1]);
    const itemised = [...readme.matchAll(/^\| \[`[\w-]+`\]\(stacks\/.*\+.*= (\d+\.\d\d) \|$/gm)];
    expect(itemised).toHaveLength(3);
    for (const [row, sum] of itemised) {
      const parts = [...row.matchAll(/ (\d+\.\d\d) (?:\+|=)/g)].map((part) => Number(part[1]));
      expect(parts.reduce((total, each) => total + each, 0).toFixed(2)).toBe(sum);
    }
  });

  it("leads to every package", () => {
    const named = [...readme.matchAll(/\]\((packages\/[\w-]+)\)/g)].map((match) => match[1]);
    expect(named.sort()).toEqual(globSync("packages/*", { cwd: ROOT }).sort());
  });
});

/** What a page shows as code, in blocks and within sentences. */
const code = (text: string) =>
  [...codeBlocks(text).map((block) => block[2]), ...(prose(text).match(/`[^`]+`/g) ?? [])].join("\n");

describe.each(pages)("%s", (page) => {
  const text = readText(page);

  it("names scripts that there are", () => {
    const { scripts } = JSON.parse(readText("package.json"));
    const own = ["install", "exec"];
    for (const [, name] of code(text).matchAll(/\bpnpm(?:@[\d.]+)?(?: --silent)? ([a-z]+)/g)) {
      expect([...Object.keys(scripts), ...own], name).toContain(name);
    }
  });

  it("links to files that there are", () => {
    for (const [, link = ""] of prose(text).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|#)/.test(link)) continue;
      expect(existsSync(join(ROOT, dirname(page), link.replace(/#.*/, ""))), link).toBe(true);
    }
  });

  it("names files of the repository that there are", () => {
    for (const [path] of text.matchAll(/(?<![\w/-])(?:packages|stacks|tests|docs)\/[\w./-]*\w(?![\w/*<>{-])/g)) {
      if (/^stacks\/reports|^tests\/golden\/reports/.test(path)) continue; // what the README tells to add
      expect(existsSync(join(ROOT, path)), path).toBe(true);
    }
  });
});

it("anchors within a page lead to its headings", () => {
  for (const page of pages) {
    const text = readText(page);
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, "")
        .replaceAll(" ", "-"),
    );
    for (const [, anchor] of text.matchAll(/\]\(#([\w-]+)\)/g)) expect(headings, page).toContain(anchor);
  }
});
