import { describe, expect, it } from "vitest";
import type { Plan, PlannedResource } from "../plan.ts";
import { comparePlans } from "./compare-plans.ts";
import { describeDifference } from "./describe-difference.ts";
import { BUCKET, FILE_SYSTEM, MOUNT_TARGET, planOf, QUEUE, resourceOf } from "./sample-plans.ts";

const text = (before: Plan[], after: Plan[]) => describeDifference(comparePlans(before, after), { colour: false });
const lines = (before: PlannedResource[], after: PlannedResource[]) =>
  text([planOf(before)], [planOf(after)])
    .split("\n")
    .slice(1, -3);
const inputs = (before: PlannedResource["inputs"], after: PlannedResource["inputs"]) =>
  lines([resourceOf(QUEUE, "q", { inputs: before })], [resourceOf(QUEUE, "q", { inputs: after })]).slice(1);

describe("describeDifference", () => {
  it("says that nothing changes", () => {
    const plans = [planOf([], { environment: "dev" }), planOf([])];
    expect(text(plans, plans)).toBe("shop dev: no change\nshop prod: no change\n\nNo change in 2 plans.\n");
  });

  it("lists what must not be missed first, with a summary above and below", () => {
    const component = resourceOf("acme:efs:SharedFileSystem", "files", { component: true });
    const within = { parent: component.urn, options: { protect: true } };
    const files = (encrypted: boolean) => resourceOf(FILE_SYSTEM, "files", { ...within, inputs: { encrypted } });
    const target = resourceOf(MOUNT_TARGET, "a", { inputs: { fileSystemId: `\${${files(true).urn}.id}` } });
    const queue = (path: string) => resourceOf(QUEUE, "jobs", { inputs: { tags: { path } } });
    const before = planOf([component, files(false), target, queue("a"), resourceOf(BUCKET, "logs")]);
    const after = planOf([component, files(true), target, queue("b"), resourceOf(QUEUE, "dead")], {
      provider: { defaultTags: { team: "web" } },
      outputs: { url: "https://b" },
      messages: [{ severity: "warning", text: "No image is set." }],
    });
    expect(text([before], [after])).toBe(`shop prod: 1 created, 1 removed, 1 changed, 2 replaced
  ± files › efs.FileSystem files (encrypted cannot change in place)
      ! protected: up will refuse
      ! holds data (files), which does not move to the new one
      ~ encrypted: false → true
  ± efs.MountTarget a (because efs.FileSystem files is replaced)
  - s3.Bucket logs
      ! holds data (objects), which is lost
  ~ sqs.Queue jobs
      ~ tags.path: "a" → "b"
  + sqs.Queue dead
  + provider defaultTags: {"team":"web"}  reaches every resource that takes tags
  + output url: "https://b"
  + warning: No image is set.

1 created, 1 removed, 1 changed, 2 replaced; 1 of 1 plan differs.
`);
  });

  it("counts what a whole stack brings, and names what is lost with one", () => {
    const one = planOf([resourceOf(BUCKET, "logs"), resourceOf(QUEUE, "a"), resourceOf(QUEUE, "b")]);
    expect(text([], [one])).toBe(
      "shop prod: the whole stack is created\n  + 1 × s3.Bucket\n  + 2 × sqs.Queue\n\n3 created; 1 of 1 plan differs.\n",
    );
    expect(text([one], [])).toContain("  - s3.Bucket logs\n      ! holds data (objects), which is lost\n");
  });

  it("shows a renamed component once for all that is in it", () => {
    const component = (name: string, aliases: string[]) =>
      resourceOf("acme:a:Files", name, { component: true, options: { aliases } });
    const child = (parent: PlannedResource) => resourceOf(BUCKET, `${parent.name}-logs`, { parent: parent.urn });
    const [old, young] = [component("old", []), component("new", ["name old"])];
    expect(lines([old, child(old)], [young, child(young)])).toEqual(["  → a.Files new (was a.Files old)"]);
  });

  it("shows a new component by its resources, and by itself where it has none", () => {
    const component = (name: string) => resourceOf("acme:a:Files", name, { component: true });
    const child = resourceOf(BUCKET, "logs", { parent: component("new").urn });
    expect(lines([], [component("new"), component("empty"), child])).toEqual([
      "  + new › s3.Bucket logs",
      "  + a.Files empty",
    ]);
  });

  it("shows a long structure by its values", () => {
    const statement = {
      Sid: "Read",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:ListBucket"],
      Resource: "a".repeat(60),
    };
    const policy = (...Statement: object[]) => JSON.stringify({ Statement });
    expect(inputs({ policy: policy() }, { policy: policy(statement) })).toEqual([
      "      + policy.Statement[Read]:",
      '          Action: ["s3:GetObject","s3:ListBucket"]',
      '          Effect: "Allow"',
      `          Resource: "${"a".repeat(60)}"`,
      '          Sid: "Read"',
    ]);
  });

  it("shows of long texts where they differ", () => {
    const long = (middle: string) => `${"a".repeat(99)}${middle}${"b".repeat(99)}`;
    const cut = (middle: string) => `…${"a".repeat(24)}${middle}${"b".repeat(24)}…`;
    expect(inputs({ text: long("1") }, { text: long("22") })).toEqual([`      ~ text: ${cut("1")} → ${cut("22")}`]);
  });

  it("shortens a reference, but not until two are the same", () => {
    const refer = (chain: string) => ({ id: `\${${chain}${BUCKET}::logs.arn}` });
    expect(inputs({ id: "x" }, refer("acme:a:B$"))).toEqual(['      ~ id: "x" → ${s3.Bucket logs.arn}']);
    expect(inputs(refer(""), refer("acme:a:B$"))[0]).toContain("acme:a:B$aws:s3/bucket:Bucket::logs.arn");
  });

  it("says what is ignored, in another order, or written in another way", () => {
    const options = { ignoreChanges: ["tags"] };
    const queue = (fields: PlannedResource["inputs"]) => resourceOf(QUEUE, "q", { options, inputs: fields });
    const before = { tags: { a: "1" }, list: [{ name: "a" }, { name: "b" }], policy: '{"a":1}' };
    const after = { tags: { a: "2" }, list: [{ name: "b" }, { name: "a" }], policy: '{"a": 1}' };
    expect(lines([queue(before)], [queue(after)])).toEqual([
      "  ~ sqs.Queue q",
      "      ~ list: in another order",
      "      ~ policy: the same document, written in another way",
      '      ~ tags.a: "1" → "2"  ignored (ignoreChanges)',
    ]);
  });

  it("says how options change", () => {
    const before = resourceOf(QUEUE, "q", { options: { protect: true } });
    const after = resourceOf(QUEUE, "q", { options: { customTimeouts: { create: "5m" } } });
    expect(lines([before], [after]).slice(1)).toEqual([
      '      + option customTimeouts: {"create":"5m"}',
      "      ~ protect: on → off",
    ]);
  });

  it("colours where the terminal does", () => {
    const differences = comparePlans([], [planOf([resourceOf(QUEUE, "q")])]);
    expect(describeDifference(differences, { colour: true })).toContain("\u001b[32m+\u001b[39m 1 × sqs.Queue");
  });
});
