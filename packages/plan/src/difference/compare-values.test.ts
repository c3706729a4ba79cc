import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { serialize } from "../plan.ts";
import { compareValues } from "./compare-values.ts";

const json = () => fc.jsonValue({ maxDepth: 3 });
const documents = () => json().map((value) => JSON.stringify(value));
const fields = () => fc.dictionary(fc.string(), fc.oneof(json(), documents(), fc.array(json())));
const paths = (before: unknown, after: unknown) => compareValues({ p: before }, { p: after }).map(({ path }) => path);

describe("compareValues", () => {
  it("finds nothing where two values are equal", () => {
    fc.assert(
      fc.property(fields(), (value) => {
        expect(compareValues(value, structuredClone(value))).toEqual([]);
      }),
    );
  });

  it("finds something exactly where two values differ", () => {
    fc.assert(
      fc.property(fields(), fields(), (before, after) => {
        expect(compareValues(before, after).length > 0).toBe(serialize(before) !== serialize(after));
      }),
    );
  });

  it("finds one changed value anywhere in a structure", () => {
    const structure = () =>
      fc.letrec((tie) => ({
        node: fc.oneof(fc.integer(), fc.array(tie("node"), { maxLength: 4 }), fc.dictionary(fc.string(), tie("node"))),
      })).node;
    fc.assert(
      fc.property(structure(), structure(), (before, after) => {
        expect(paths(before, after).length > 0).toBe(serialize({ before }) !== serialize({ before: after }));
      }),
    );
  });

  it("names the deepest place", () => {
    expect(compareValues({ tags: { Name: "a", Old: "x" } }, { tags: { Name: "b", New: "y" } })).toEqual([
      { path: "tags.Name", at: ["tags", "Name"], before: "a", after: "b" },
      { path: "tags.New", at: ["tags", "New"], after: "y" },
      { path: "tags.Old", at: ["tags", "Old"], before: "x" },
    ]);
  });

  it("quotes a name that a path cannot hold", () => {
    expect(paths({ "a.b": 1 }, { "a.b": 2 })).toEqual(['p["a.b"]']);
  });

  it("names an element of a list by its index", () => {
    expect(paths([{ cidrBlocks: ["a", "b"] }], [{ cidrBlocks: ["a", "c"] }])).toEqual(["p[0].cidrBlocks[1]"]);
  });

  it("keeps the elements after an inserted one", () => {
    expect(paths(["b", "c"], ["a", "b", "c"])).toEqual(["p[0]"]);
  });

  it.each(["name", "Sid", "key"])("finds an element of a list by its %s", (property) => {
    const before = [
      { [property]: "a", v: 1 },
      { [property]: "b", v: 1 },
    ];
    const after = [
      { [property]: "new", v: 1 },
      { [property]: "a", v: 1 },
      { [property]: "b", v: 2 },
    ];
    expect(paths(before, after)).toEqual(["p[new]", "p[b].v"]);
  });

  it("says that named elements stand in another order", () => {
    const [first, second] = [{ name: "a" }, { name: "b" }];
    expect(compareValues({ p: [first, second] }, { p: [second, first] })).toEqual([
      { path: "p", at: ["p"], before: [first, second], after: [second, first], only: "order" },
    ]);
  });

  it("compares a JSON document in a string as a document", () => {
    const policy = (Action: string[]) => JSON.stringify({ Statement: [{ Sid: "ReadSecrets", Action }] });
    expect(paths(policy(["a"]), policy(["a", "b"]))).toEqual(["p.Statement[ReadSecrets].Action[1]"]);
  });

  it("names a container of a list of them", () => {
    expect(paths('[{"name":"web","image":"a"}]', '[{"name":"web","image":"b"}]')).toEqual(["p[web].image"]);
  });

  it("says where only the writing of a document differs", () => {
    expect(compareValues({ p: '{"a":1,"b":2}' }, { p: '{"b":2,"a":1}' })).toEqual([
      { path: "p", at: ["p"], before: '{"a":1,"b":2}', after: '{"b":2,"a":1}', only: "notation" },
    ]);
  });

  it("shows a value whole where its kind differs", () => {
    expect(compareValues({ p: "1" }, { p: 1 })).toEqual([{ path: "p", at: ["p"], before: "1", after: 1 }]);
  });
});
