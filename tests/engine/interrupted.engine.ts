import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mountTargetIds } from "./aws-look-up.ts";
import { unmatchedCreations } from "./creation-calls.ts";
import type { Refusal } from "./emulator.ts";
import { Engine } from "./engine.ts";
import { HeldStacks, type StackName } from "./held-stacks.ts";
import { needsRefusals } from "./lacking.ts";
import { adopt, keyOf, pendingOperations, unknownArns } from "./mending.ts";
import { taken } from "./prediction.ts";
import { typeAndName } from "./stack-state.ts";
import { api, platform, registry } from "./stacks-of-dev.ts";
import { stopUp } from "./stopping.ts";

const missing = Engine.missing();
if (missing !== undefined) console.log(missing);

const stacks = [registry, platform, api];

const CLUSTER = "aws:ecs/cluster:Cluster::cluster";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration::api-access-logs";
const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer::api";
const MOUNT_TARGETS = ["aws:efs/mountTarget:MountTarget::files-1", "aws:efs/mountTarget:MountTarget::files-2"];
const SERVICE = "aws:ecs/service:Service::api";

type Call = Pick<Refusal, "service" | "action" | "after">;

const LOCKED =
  /the stack is currently locked by 1 lock\(s\)\. Either wait .* or delete the lock file with `pulumi cancel`/;

describe.skipIf(missing !== undefined)("An up that is stopped", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.start();
    for (const { stack, env } of stacks) await engine.init(stack, env);
    await engine.update(registry.stack, registry.env, "up");
  });
  afterAll(() => engine?.stop());

  const up = ({ stack, env }: StackName) => engine.update(stack, env, "up");
  const refusal = (failing: Promise<unknown>) => failing.then(String, (error: Error) => error.message);
  const keysIn = async ({ stack, env }: StackName) => (await engine.state(stack, env)).map(typeAndName);

  /**
   * Stops an up of the API when just these are under way, held there by calls that the provider repeats until they
   * succeed.
   */
  const losePower = async (begun: string[], repeated: Call[]) => {
    const { emulator } = engine;
    const earlier = (await emulator.calls()).length;
    await emulator.refuse(repeated.map((call) => ({ ...call, code: "ThrottlingException", status: 400 })));
    await stopUp(engine, api, "power off", async (underWay) => {
      if ([...underWay].some((key) => key !== LIFECYCLE && !begun.includes(key))) return false;
      const failed = (await emulator.calls()).slice(earlier).filter(([, , status]) => status >= 400);
      const times = ({ service, action }: Call) =>
        failed.filter((one) => one[0] === service && one[1] === action).length;
      return repeated.every((call) => times(call) >= 3);
    });
    await emulator.refuse([]);
    expect(await refusal(up(api))).toMatch(LOCKED);
    await engine.run(api.stack, api.env, "cancel", "--yes");
    const pending = await pendingOperations(engine, api);
    expect(pending.map(keyOf).filter((key) => key !== LIFECYCLE)).toEqual(begun.sort());
  };

  /** Takes in what has an id, and forgets that anything is pending. */
  const mend = async (ids: ReadonlyMap<string, string | undefined>) => {
    for (const operation of await pendingOperations(engine, api)) {
      const id = ids.get(keyOf(operation));
      if (id !== undefined) await adopt(engine, api, operation, id);
    }
    await engine.run(api.stack, api.env, "refresh", "--clear-pending-creates", "--yes", "--skip-preview");
    expect(await pendingOperations(engine, api)).toEqual([]);
    expect(await unknownArns(engine, stacks, "dev")).toEqual([]);
  };

  it.each([
    "aws:ec2/vpc:Vpc::net",
    "aws:ec2/natGateway:NatGateway::net-1",
    "aws:directoryservice/directory:Directory::directory",
  ])("ends what it has begun after Ctrl-C, and knows it: %s", async (key) => {
    const { code, stdout } = await stopUp(engine, platform, "Ctrl-C", (underWay) => underWay.has(key));
    expect(code).toBe(1);
    expect(stdout).toContain("update canceled");
    expect(await keysIn(platform)).toContain(key);
    expect(await pendingOperations(engine, platform)).toEqual([]);
    expect(await unknownArns(engine, stacks, "dev")).toEqual([]);
  });

  it("goes on after Ctrl-C where it stopped", async () => {
    expect(new Set((await up(platform)).map(({ op }) => op))).toEqual(new Set(["create"]));
  });

  describe("where the power goes off", () => {
    beforeEach((context) => needsRefusals(context, engine.emulator));

    it("leaves a lock, and names what it may have created", async () => {
      await losePower(
        [...MOUNT_TARGETS, CLUSTER, LOAD_BALANCER],
        [
          { service: "efs", action: "DescribeMountTargets" },
          { service: "ecs", action: "DescribeClusters" },
          { service: "elbv2", action: "DescribeLoadBalancers", after: 1 }, // before it creates one, it looks for its name
        ],
      );
      expect(new Set((await pendingOperations(engine, api)).map(({ type }) => type))).toEqual(new Set(["creating"]));
      expect(await unknownArns(engine, stacks, "dev")).toEqual([
        expect.stringMatching(/:cluster\/cluster-/),
        expect.stringMatching(/:loadbalancer\/app\/api-/),
      ]);
    });

    it("takes in what AWS has of it", async () => {
      const pending = await pendingOperations(engine, api);
      expect(pending).not.toEqual([]);
      const [cluster, loadBalancer] = await unknownArns(engine, stacks, "dev");
      const files = (await engine.state(api.stack, api.env)).find(
        ({ type }) => type === "aws:efs/fileSystem:FileSystem",
      );
      const mountTargets = await mountTargetIds(engine.emulator, String(files?.id));
      const ids = new Map([
        ...pending.map((one) => [keyOf(one), mountTargets.get(String(one.resource.inputs?.subnetId))] as const),
        [CLUSTER, cluster?.split("/").at(-1)],
        [LOAD_BALANCER, loadBalancer],
      ]);
      await mend(ids);
    });

    it("takes in a service that came up meanwhile", async () => {
      await losePower([SERVICE], [{ service: "ecs", action: "DescribeServices" }]);
      const [service] = await unknownArns(engine, stacks, "dev");
      expect(service).toMatch(/:service\/cluster-[0-9a-f]+\/api-[0-9a-f]+$/);
      await mend(new Map([[SERVICE, service?.split(":service/").at(-1)]]));
    });

    it("then ends as one that nothing stopped", async () => {
      await up(api);
      const held = new HeldStacks(engine);
      const plans = engine.plans(stacks.map(({ stack }) => stack));
      for (const one of stacks) await held.expectPlanned(one, plans);
      for (const { stack, env } of stacks) await engine.run(stack, env, "preview", "--expect-no-changes");
    });

    it("has created nothing twice", async () => {
      const resources = await Promise.all(stacks.map(({ stack, env }) => engine.state(stack, env)));
      expect(await unmatchedCreations(engine.emulator, resources.flat())).toEqual([]);
      expect(await unknownArns(engine, stacks, "dev")).toEqual([]);
    });

    it("changes again what it was changing when the power went off", async () => {
      engine.set(api.stack, api.env, { "linux-web-api:service.desiredCount": 2 });
      await losePower([SERVICE], [{ service: "ecs", action: "DescribeServices" }]);
      expect((await pendingOperations(engine, api)).map(({ type }) => type)).toEqual(["updating"]);
      expect(taken(await up(api))).toEqual({
        "acme:service:LoadBalancedService$aws:ecs/service:Service::api": "update",
        "acme:service:LoadBalancedService$aws:cloudwatch/metricAlarm:MetricAlarm::api-too-few-targets": "update",
      });
      await engine.run(api.stack, api.env, "preview", "--expect-no-changes");
      expect(await pendingOperations(engine, api)).toEqual([]);
    });
  });
});
