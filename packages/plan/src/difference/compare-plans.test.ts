import * as aws from "@pulumi/aws";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Plan, type PlannedResource, serialize } from "../plan.ts";
import { record } from "../record.ts";
import { comparePlans } from "./compare-plans.ts";
import { hasChanges } from "./difference.ts";
import { BUCKET, planOf, QUEUE, resourceOf } from "./sample-plans.ts";

const fields = () => fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 });
const alias = fc.constantFrom("name a", "name b", "no parent", "type aws:s3/bucket:Bucket", `${QUEUE}::c`);
const resource = (): fc.Arbitrary<PlannedResource> =>
  fc
    .record({
      type: fc.constantFrom(QUEUE, BUCKET),
      name: fc.constantFrom("a", "b", "c"),
      inputs: fields(),
      options: fc.record(
        { protect: fc.boolean(), ignoreChanges: fc.array(fc.string()), aliases: fc.array(alias) },
        { requiredKeys: [] },
      ),
    })
    .map(({ type, name, ...rest }) => resourceOf(type, name, rest));
const plan = (): fc.Arbitrary<Plan> =>
  fc
    .record({
      resources: fc.uniqueArray(resource(), { selector: ({ urn }) => urn, maxLength: 5 }),
      outputs: fields(),
      provider: fc.record({ region: fc.string(), defaultTags: fc.dictionary(fc.string(), fc.string()) }),
    })
    .map(({ resources, ...rest }) => planOf(resources, rest));
const urns = (before: Plan, after: Plan, kind: string) =>
  comparePlans([before], [after]).flatMap(({ resources }) =>
    resources.filter((found) => found.kind === kind).map(({ urn }) => urn),
  );

describe("comparePlans", () => {
  it("finds nothing between a plan and itself", () => {
    const empty = { resources: [], provider: [], outputs: [], messages: { added: [], removed: [] }, stack: "both" };
    fc.assert(
      fc.property(plan(), (one) => {
        const differences = comparePlans([one], [structuredClone(one)]);
        expect(differences).toEqual([{ project: "shop", environment: "prod", ...empty }]);
        expect(hasChanges(differences)).toBe(false);
      }),
    );
  });

  it("finds something wherever an input, an option, an output or a setting of the provider differs", () => {
    fc.assert(
      fc.property(plan(), plan(), (before, after) => {
        fc.pre(serialize(before) !== serialize(after));
        const [found] = comparePlans([before], [after]);
        const parts = [found?.resources, found?.provider, found?.outputs];
        expect(parts.flat().length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it("creates backwards what it removes forwards", () => {
    fc.assert(
      fc.property(plan(), plan(), (before, after) => {
        expect(urns(before, after, "created")).toEqual(urns(after, before, "removed"));
      }),
      { numRuns: 500 },
    );
  });

  it("gives the same bytes whatever the order of the plans and of their keys", () => {
    fc.assert(
      fc.property(plan(), plan(), (before, after) => {
        const plans = (first: Plan) => [first, { ...first, environment: "dev" }];
        const turned = (one: Plan) => JSON.parse(serialize(plans(one).reverse()));
        expect(JSON.stringify(comparePlans(turned(before), turned(after)))).toBe(
          JSON.stringify(comparePlans(JSON.parse(serialize(plans(before))), JSON.parse(serialize(plans(after))))),
        );
      }),
    );
  });

  it("creates a whole stack that only the new side has, and removes one that only the old side has", () => {
    const one = planOf([resourceOf(QUEUE, "q")]);
    const kinds = (before: Plan[], after: Plan[]) =>
      comparePlans(before, after).map(({ stack, resources }) => [stack, resources.map(({ kind }) => kind)]);
    expect(kinds([], [one])).toEqual([["created", ["created"]]]);
    expect(kinds([one], [])).toEqual([["removed", ["removed"]]]);
    expect(hasChanges(comparePlans([], [planOf([])]))).toBe(true);
  });

  it("names the dependencies that changed where nothing else did", () => {
    const others = [resourceOf(QUEUE, "a"), resourceOf(QUEUE, "b")];
    const waiting = (...dependencies: string[]) => [...others, resourceOf(BUCKET, "w", { dependencies })];
    const found = comparePlans([planOf(waiting(`${QUEUE}::a`))], [planOf(waiting(`${QUEUE}::b`))]);
    expect(found[0]?.resources.map(({ kind, dependencies }) => [kind, dependencies])).toEqual([
      ["reordered", { added: [`${QUEUE}::b`], removed: [`${QUEUE}::a`] }],
    ]);
  });

  it("leaves out a dependency that comes with its resource", () => {
    const young = resourceOf(BUCKET, "w", { dependencies: [`${QUEUE}::a`] });
    const found = comparePlans([planOf([resourceOf(BUCKET, "w")])], [planOf([resourceOf(QUEUE, "a"), young])]);
    expect(found[0]?.resources.map(({ kind }) => kind)).toEqual(["created"]);
  });

  it("names the messages that only one side has", () => {
    const [old, kept, young] = ["old", "kept", "young"].map((text) => ({ severity: "info" as const, text }));
    const messages = (...list: (typeof old)[]) => planOf([], { messages: list.flatMap((one) => one ?? []) });
    expect(comparePlans([messages(old, kept)], [messages(kept, young)])[0]?.messages).toEqual({
      added: [young],
      removed: [old],
    });
  });

  it("finds no change where only properties under ignoreChanges differ", () => {
    const queue = (tags: object) =>
      planOf([resourceOf(QUEUE, "q", { inputs: { tags }, options: { ignoreChanges: ["tags"] } })]);
    expect(hasChanges(comparePlans([queue({ a: "1" })], [queue({ a: "2" })]))).toBe(false);
  });

  it("compares what a program registers", async () => {
    const program =
      (name: string, options = {}) =>
      () => {
        const queue = new aws.sqs.Queue(name, { visibilityTimeoutSeconds: 30 }, options);
        new aws.sqs.QueuePolicy("access", { queueUrl: queue.id, policy: aws.iam.getPolicyDocumentOutput({}).json });
        return { url: queue.url };
      };
    const [before, after] = [
      await record(program("old")),
      await record(program("new", { aliases: [{ name: "old" }] })),
    ];
    const [found] = comparePlans([before], [after]);
    expect(found?.outputs).toEqual([]);
    expect(found?.resources.map(({ kind, urn }) => [kind, urn])).toEqual([["renamed", `${QUEUE}::new`]]);
  });
});
