import type { Stack } from "@acme/plan/workspace";
import { describe, expect, it } from "vitest";
import type { Command } from "./call.ts";
import { order } from "./order.ts";

const stack = (name: string, environments: string[], dependencies: string[] = []): Stack => ({
  name,
  folder: `/stacks/${name}`,
  program: `/stacks/${name}/index.ts`,
  environments,
  dependencies,
});

const STACKS = [
  stack("platform", ["dev", "prod"]),
  stack("registry", ["shared"]),
  stack("linux", ["dev", "prod"], ["platform", "registry"]),
  stack("windows", ["prod"], ["platform", "registry"]),
];

const ordered = (command: Command, environment: string, stacks: string[] = [], all = STACKS) =>
  order(all, { command, environment, stacks, yes: false }).map((each) => `${each.stack.name} ${each.environment}`);

describe("order", () => {
  it.each<[Command, string, string[]]>([
    ["up", "dev", ["registry shared", "platform dev", "linux dev"]],
    ["preview", "dev", ["registry shared", "platform dev", "linux dev"]],
    ["up", "prod", ["registry shared", "platform prod", "linux prod", "windows prod"]],
    ["up", "shared", ["registry shared"]],
    ["destroy", "dev", ["linux dev", "platform dev"]],
    ["destroy", "prod", ["windows prod", "linux prod", "platform prod"]],
    ["destroy", "shared", ["registry shared"]],
  ])("%s %s runs %j", (command, environment, expected) => {
    expect(ordered(command, environment)).toEqual(expected);
  });

  it("takes along what a dependency of a dependency needs", () => {
    const all = [stack("a", ["shared"]), stack("b", ["shared"], ["a"]), stack("c", ["dev"], ["b"])];
    expect(ordered("up", "dev", [], all)).toEqual(["a shared", "b shared", "c dev"]);
  });

  it("keeps what another environment's stack depends on before it", () => {
    const all = [stack("a", ["dev"]), stack("b", ["shared"], ["a"]), stack("c", ["dev"], ["b"])];
    expect(ordered("up", "dev", [], all)).toEqual(["a dev", "b shared", "c dev"]);
  });

  it.each<[Command, string[], string[]]>([
    ["up", ["linux"], ["linux dev"]],
    ["up", ["linux", "registry"], ["registry shared", "linux dev"]],
    ["destroy", ["platform", "linux"], ["linux dev", "platform dev"]],
  ])("%s with the stacks %j runs them alone, in their order", (command, names, expected) => {
    expect(ordered(command, "dev", names)).toEqual(expected);
  });

  it.each([
    ["dve", 'No stack has an environment "dve". Did you mean dev? There is: dev, prod, shared.'],
    ["qa", 'No stack has an environment "qa". There is: dev, prod, shared.'],
  ])("refuses the unknown environment %s", (environment, message) => {
    expect(() => ordered("up", environment)).toThrow(message);
  });

  it("says how to make the first environment", () => {
    expect(() => ordered("up", "dev", [], [stack("platform", [])])).toThrow(
      "No stack has an environment. Add a file like stacks/<stack>/Pulumi.dev.yaml.",
    );
  });

  it("refuses a stack that the call does not run", () => {
    expect(() => ordered("destroy", "dev", ["registry"])).toThrow(
      '"pnpm stacks destroy dev" has no stack "registry". There is: linux, platform.',
    );
  });

  it("refuses a dependency with several other environments", () => {
    const all = [stack("a", ["blue", "green"]), stack("b", ["dev"], ["a"])];
    expect(() => ordered("up", "dev", [], all)).toThrow('a has no environment "dev"');
  });
});
