import { describe, expect, it } from "vitest";
import type { Stack } from "../workspace/stack.ts";
import { select } from "./select.ts";

const stack = (name: string, environments: string[], dependencies: string[] = []): Stack => ({
  name,
  folder: `/stacks/${name}`,
  program: `/stacks/${name}/index.ts`,
  environments,
  dependencies,
});
const stacks = [
  stack("network", ["dev", "prod"]),
  stack("images", ["shared"]),
  stack("web", ["dev", "prod"], ["network", "images"]),
];
const selected = (names: string[], environments: string[]) =>
  select(stacks, names, environments).map((each) => `${each.stack.name} ${each.environment}`);

describe("select", () => {
  it.each<[string, string[], string[], string[]]>([
    ["everything", [], [], ["network dev", "network prod", "images shared", "web dev", "web prod"]],
    ["an environment with what it depends on", [], ["dev"], ["network dev", "images shared", "web dev"]],
    ["a stack with what it depends on", ["web"], ["prod"], ["network prod", "images shared", "web prod"]],
    ["a stack alone that depends on nothing", ["network"], [], ["network dev", "network prod"]],
    ["the only environment of a stack that is named", ["images"], ["dev"], ["images shared"]],
    ["several environments", ["network"], ["prod", "dev"], ["network dev", "network prod"]],
  ])("takes %s", (_what, names, environments, expected) => {
    expect(selected(names, environments)).toEqual(expected);
  });

  it("refuses names that are not there, and lists those that are", () => {
    expect(() => selected(["wep"], [])).toThrow('There is no stack "wep". Use network, images, web.');
    expect(() => selected([], ["qa"])).toThrow('There is no environment "qa". Use dev, prod, shared.');
  });
});
