import { describe, expect, it } from "vitest";
import type { PlannedResource } from "../plan.ts";
import { comparePlans } from "./compare-plans.ts";
import { FILE_SYSTEM, planOf, QUEUE, resourceOf } from "./sample-plans.ts";

const kinds = (before: PlannedResource[], after: PlannedResource[]) =>
  comparePlans([planOf(before)], [planOf(after)]).flatMap(({ resources }) =>
    resources.map(({ kind, urn, renamedFrom }) => [kind, renamedFrom, urn]),
  );
const component = (name: string, aliases?: string[]) =>
  resourceOf("acme:efs:SharedFileSystem", name, { component: true, options: { ...(aliases && { aliases }) } });

describe("pair", () => {
  it.each([
    ["a name", "name old", `${QUEUE}::old`],
    ["a type", "type aws:sqs/line:Line", "aws:sqs/line:Line::new"],
    ["a name and a type", "name old, type aws:sqs/line:Line", "aws:sqs/line:Line::old"],
    ["a parent", "parent acme:a:B::c", `acme:a:B$${QUEUE}::new`],
    ["a URN", `acme:a:B$${QUEUE}::old`, `acme:a:B$${QUEUE}::old`],
  ])("follows an alias with %s", (_what, alias, old) => {
    const before = { ...resourceOf(QUEUE, "x"), urn: old };
    const after = resourceOf(QUEUE, "new", { options: { aliases: [alias] } });
    expect(kinds([before], [after])).toEqual([[expect.stringMatching(/renamed|changed/), old, after.urn]]);
  });

  it("follows an alias out of a component", () => {
    const after = resourceOf(QUEUE, "q", { parent: "acme:a:B::c", options: { aliases: ["no parent"] } });
    expect(kinds([resourceOf(QUEUE, "q")], [component("c"), after])).toContainEqual([
      "changed",
      `${QUEUE}::q`,
      `acme:a:B$${QUEUE}::q`,
    ]);
  });

  it("follows a renamed component to its children, whose names begin with its own", () => {
    const [old, young] = [component("files"), component("shared", ["name files"])];
    const child = (name: string, parent: string) => resourceOf(FILE_SYSTEM, name, { parent });
    expect(kinds([old, child("files-a", old.urn)], [young, child("shared-a", young.urn)])).toEqual([
      [
        "renamed",
        `acme:efs:SharedFileSystem$${FILE_SYSTEM}::files-a`,
        `acme:efs:SharedFileSystem$${FILE_SYSTEM}::shared-a`,
      ],
      ["renamed", "acme:efs:SharedFileSystem::files", "acme:efs:SharedFileSystem::shared"],
    ]);
  });

  it("finds nothing changed in what refers to a renamed resource", () => {
    const refer = (name: string) => resourceOf(QUEUE, "q", { inputs: { policy: `{"a":"\${${QUEUE}::${name}.arn}"}` } });
    const young = resourceOf(QUEUE, "new.1", { options: { aliases: ["name old.1"] } });
    expect(kinds([resourceOf(QUEUE, "old.1"), refer("old.1")], [young, refer("new.1")])).toEqual([
      ["renamed", `${QUEUE}::old.1`, `${QUEUE}::new.1`],
    ]);
  });

  it("leaves alone what is text and no reference", () => {
    const literal = (name: string) => resourceOf(QUEUE, "q", { inputs: { text: `$\${${QUEUE}::${name}.arn}` } });
    const young = resourceOf(QUEUE, "new", { options: { aliases: ["name old"] } });
    expect(kinds([resourceOf(QUEUE, "old"), literal("old")], [young, literal("new")])).toContainEqual([
      "changed",
      undefined,
      `${QUEUE}::q`,
    ]);
  });

  it("does not follow an alias to a resource that is still there", () => {
    const old = resourceOf(QUEUE, "old");
    const young = resourceOf(QUEUE, "new", { options: { aliases: ["name old"] } });
    expect(kinds([old], [old, young])).toEqual([["created", undefined, young.urn]]);
  });

  it("follows an alias backwards", () => {
    const young = resourceOf(QUEUE, "new", { options: { aliases: ["name old"] } });
    expect(kinds([young], [resourceOf(QUEUE, "old")])).toEqual([["renamed", `${QUEUE}::new`, `${QUEUE}::old`]]);
  });
});
