import type { PlanDifference } from "@acme/plan";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Engine } from "./engine.ts";
import { HeldStacks, type StackName } from "./held-stacks.ts";
import { lackOf } from "./lacking.ts";
import { api, platform, registry } from "./stacks-of-dev.ts";

const missing = Engine.missing();
if (missing !== undefined) console.log(missing);

describe.skipIf(missing !== undefined)("An optional part", () => {
  const lack = lackOf(api.stack);
  const stacks = lack === undefined ? [registry, platform, api] : [registry, platform];
  let engine: Engine;
  let held: HeldStacks;
  beforeAll(async () => {
    engine = await Engine.start();
    held = new HeldStacks(engine);
    for (const name of stacks) await held.create(name);
    const plans = engine.plans(["linux-web-api"]);
    for (const name of stacks) await held.expectPlanned(name, plans);
  }, 300_000);
  afterAll(() => engine?.stop());

  /** Changes settings of a stack and changes them back; what the plan says of the way there is given. */
  const thereAndBack = async (name: StackName, settings: Record<string, [there: unknown, back: unknown]>) => {
    const side = (index: 0 | 1) =>
      Object.fromEntries(Object.entries(settings).map(([key, values]) => [`${name.stack}:${key}`, values[index]]));
    const before = engine.plans([name.stack]);
    const against = await held.change([name], { [name.stack]: side(0) });
    await held.change([name], { [name.stack]: side(1) });
    expect(engine.plans([name.stack])).toEqual(before);
    return against.find(({ project, environment }) => project === name.stack && environment === name.env);
  };

  it.skipIf(lack)(
    "of a service comes and goes: domain, autoscaling, alarms, backup, and its task on another architecture",
    async () => {
      const zoneId = await engine.emulator.createHostedZone("example.com");
      const difference = await thereAndBack(api, {
        domain: [{ name: "files.example.com", zoneId }, undefined],
        plainHttp: [undefined, { reason: "no domain in this environment" }],
        "service.desiredCount": [undefined, 1],
        "service.autoscaling": [{ minimumTasks: 1, maximumTasks: 3, cpuPercent: 60 }, undefined],
        "service.cpuArchitecture": ["ARM64", undefined],
        withoutAlarms: [undefined, { reason: "its people watch it themselves" }],
        alarmEmails: [["operations@example.com"], undefined],
        "files.withoutBackup": [undefined, { reason: "only test files" }],
      });
      expect(created(difference)).toEqual([
        "aws:acm/certificate:Certificate",
        "aws:acm/certificateValidation:CertificateValidation",
        "aws:appautoscaling/policy:Policy",
        "aws:appautoscaling/target:Target",
        "aws:lb/listener:Listener",
        "aws:route53/record:Record",
        "aws:route53/record:Record",
        "aws:sns/topicSubscription:TopicSubscription",
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      ]);
    },
  );

  it("of a platform goes and comes: its directory, and how names are found", async () => {
    const managed = { kind: "managed", edition: "Standard", domainName: "dev.corp.internal", nameResolution: "hosts" };
    const difference = await thereAndBack(platform, { directory: [{ kind: "none" }, managed] });
    const removed = difference?.resources.filter(({ kind }) => kind === "removed").map(({ type }) => type);
    expect(removed).toContain("aws:directoryservice/directory:Directory");
    const way = await thereAndBack(platform, { "directory.nameResolution": ["resolver-endpoint", "hosts"] });
    expect(created(way)).toContain("aws:route53/resolverEndpoint:ResolverEndpoint");
  });
});

function created(difference: PlanDifference | undefined): string[] {
  return (difference?.resources ?? [])
    .filter(({ kind }) => kind === "created")
    .map(({ type }) => type)
    .sort();
}
