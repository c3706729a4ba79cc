import { describe, expect, it } from "vitest";
import type { PlannedResource } from "../plan.ts";
import { comparePlans } from "./compare-plans.ts";
import { BUCKET, FILE_SYSTEM, MOUNT_TARGET, planOf, QUEUE, resourceOf, SERVICE, TASK } from "./sample-plans.ts";

type Inputs = PlannedResource["inputs"];
type Options = PlannedResource["options"];

const compare = (before: PlannedResource[], after: PlannedResource[]) =>
  comparePlans([planOf(before)], [planOf(after)])[0]?.resources ?? [];
const change = (type: string, before: Inputs, after: Inputs, options: Options = {}) =>
  compare([resourceOf(type, "x", { inputs: before, options })], [resourceOf(type, "x", { inputs: after, options })])[0];

describe("replacement", () => {
  it.each([
    [FILE_SYSTEM, { encrypted: false }, { encrypted: true }, "replaced"],
    [FILE_SYSTEM, { throughputMode: "elastic" }, { throughputMode: "bursting" }, "changed"],
    [FILE_SYSTEM, { kmsKeyId: "a" }, {}, "changed"],
    [FILE_SYSTEM, {}, { kmsKeyId: "a" }, "replaced"],
    [
      "aws:efs/accessPoint:AccessPoint",
      { rootDirectory: { path: "/a" } },
      { rootDirectory: { path: "/b" } },
      "replaced",
    ],
    ["aws:ec2/subnet:Subnet", { cidrBlock: "10.0.0.0/24" }, { cidrBlock: "10.0.1.0/24" }, "replaced"],
    ["aws:ec2/subnet:Subnet", { mapPublicIpOnLaunch: true }, { mapPublicIpOnLaunch: false }, "changed"],
    ["aws:ecr/repository:Repository", {}, { encryptionConfigurations: [{ kmsKey: "a" }] }, "replaced"],
    ["aws:lb/targetGroup:TargetGroup", { port: 80 }, { port: 8080 }, "replaced"],
    ["aws:lb/targetGroup:TargetGroup", { healthCheck: { path: "/" } }, { healthCheck: { path: "/a" } }, "changed"],
    [
      TASK,
      { containerDefinitions: '[{"name":"a","image":"1"}]' },
      { containerDefinitions: '[{"name":"a","image":"2"}]' },
      "replaced",
    ],
    [SERVICE, { cluster: "a" }, { cluster: "b" }, "replaced"],
    [
      SERVICE,
      { capacityProviderStrategies: [{ weight: 1 }] },
      { capacityProviderStrategies: [{ weight: 2 }] },
      "changed",
    ],
    [SERVICE, { networkConfiguration: { subnets: ["a"] } }, { networkConfiguration: { subnets: ["b"] } }, "changed"],
    [QUEUE, { region: "us-east-1" }, { region: "eu-west-1" }, "replaced"],
  ])("of %s from %j to %j: %s", (type, before, after, kind) => {
    expect(change(type, before, after)?.kind).toBe(kind);
  });

  it("is forced by replaceOnChanges", () => {
    const found = change(QUEUE, { tags: { a: "1" } }, { tags: { a: "2" } }, { replaceOnChanges: ["tags"] });
    expect(found?.kind).toBe("replaced");
  });

  it.each(["encrypted", "*"])("does not happen under ignoreChanges of %s", (path) => {
    const found = change(FILE_SYSTEM, { encrypted: false }, { encrypted: true }, { ignoreChanges: [path] });
    expect([found?.kind, found?.inputs]).toEqual([
      "ignored",
      [{ path: "encrypted", at: ["encrypted"], before: false, after: true, ignored: true }],
    ]);
  });

  it("says that the old one is deleted first", () => {
    const options = { deleteBeforeReplace: true };
    expect(change(FILE_SYSTEM, { encrypted: false }, { encrypted: true }, options)?.deletedFirst).toBe(true);
  });

  it("may be needed where the table does not know the property or the type", () => {
    const found = change(SERVICE, {}, { deploymentConfiguration: { strategy: "CANARY" } });
    expect([found?.kind, found?.inputs[0]?.mayReplace]).toEqual(["changed", true]);
    expect(change("aws:new/thing:Thing", { a: 1 }, { a: 2 })?.inputs[0]?.mayReplace).toBe(true);
  });

  it("reaches what refers to a replaced resource in a property that cannot change, and on from there", () => {
    const files = (encrypted: boolean) => resourceOf(FILE_SYSTEM, "files", { inputs: { encrypted } });
    const reference = `\${${FILE_SYSTEM}::files.id}`;
    const others = [
      resourceOf(MOUNT_TARGET, "a", { inputs: { fileSystemId: reference } }),
      resourceOf(QUEUE, "q", { inputs: { tags: { files: reference } } }),
      resourceOf(SERVICE, "api", { inputs: { taskDefinition: `\${${TASK}::api.arn}` } }),
      resourceOf(TASK, "api", { inputs: { volumes: [{ efsVolumeConfiguration: { fileSystemId: reference } }] } }),
    ];
    const found = compare([files(false), ...others], [files(true), ...others]);
    expect(found.map(({ kind, type, follows }) => [kind, type, follows])).toEqual([
      ["changed", SERVICE, [`${TASK}::api`]],
      ["replaced", TASK, [`${FILE_SYSTEM}::files`]],
      ["replaced", FILE_SYSTEM, []],
      ["replaced", MOUNT_TARGET, [`${FILE_SYSTEM}::files`]],
      ["changed", QUEUE, [`${FILE_SYSTEM}::files`]],
    ]);
  });

  it("does not reach who refers to a family of task definitions", () => {
    const task = (cpu: string) => resourceOf(TASK, "api", { inputs: { cpu } });
    const policy = resourceOf(QUEUE, "q", { inputs: { policy: `\${${TASK}::api.arnWithoutRevision}` } });
    expect(compare([task("256"), policy], [task("512"), policy]).map(({ type }) => type)).toEqual([TASK]);
  });

  it("warns of data that is lost, and of protection", () => {
    const bucket = (options: Options) => resourceOf(BUCKET, "logs", { options });
    const warnings = (options: Options) =>
      compare([bucket(options)], []).map(({ holds, refused, retained }) => ({ holds, refused, retained }));
    expect(warnings({})).toEqual([{ holds: "objects" }]);
    expect(warnings({ protect: true })).toEqual([{ holds: "objects", refused: true }]);
    expect(warnings({ retainOnDelete: true })).toEqual([{ retained: true }]);
  });

  it.each([
    [true, true, true],
    [true, false, undefined],
    [false, true, undefined],
  ])("with protect %s before and %s after is refused: %s", (old, young, refused) => {
    const files = (encrypted: boolean, protect: boolean) =>
      resourceOf(FILE_SYSTEM, "files", { inputs: { encrypted }, options: { protect } });
    expect(compare([files(false, old)], [files(true, young)])[0]?.refused).toBe(refused);
  });
});
