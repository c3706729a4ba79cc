import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { record } from "../record.ts";
import { factsOf } from "./facts.ts";
import { printPlan, printSummary } from "./print.ts";

const plainly = (text: string) => text;
const colours = { bold: plainly, dim: plainly, green: plainly, yellow: plainly };

class Store extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("acme:test:Store", name, {}, opts);
    new aws.efs.FileSystem(name, { encrypted: true }, { parent: this, ignoreChanges: ["tags"] });
  }
}

function service(): void {
  const task = new aws.ecs.TaskDefinition("web", {
    family: "web",
    cpu: "512",
    memory: "1024",
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
    containerDefinitions: "[]",
  });
  new aws.ecs.Service("web", { taskDefinition: task.arn, desiredCount: 2 });
  const group = new aws.ec2.SecurityGroup("lb");
  const open = { securityGroupId: group.id, cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443 };
  new aws.vpc.SecurityGroupIngressRule("lb", open);
  new aws.lb.LoadBalancer("lb", {});
}
const facts = async (program: () => unknown) =>
  Object.fromEntries(factsOf(await record(program)).map(({ title, text }) => [title, text]));

describe("printPlan", () => {
  it("draws components and resources as a tree, with what is special about each", async () => {
    const plan = await record(() => new Store("files", { protect: true }), { project: "web", environment: "dev" });
    expect(printPlan(plan, colours).split("\n").slice(0, 3)).toEqual([
      "web dev    1 resource in 1 component",
      "└─ acme:test:Store        files  protected",
      "   └─ aws:efs:FileSystem  files  protected  ignores tags",
    ]);
  });

  it("says what the program had to say", async () => {
    const plan = await record(async () => {
      await pulumi.log.warn("mind the gap");
    });
    expect(printPlan(plan, colours)).toContain("warning    mind the gap\n");
  });

  it("adds up", async () => {
    const plan = await record(() => new Store("files"));
    expect(printSummary([plan, plan])).toBe("2 plans, 2 resources. Nothing was called, nothing was changed.");
  });
});

describe("the facts of a plan", () => {
  it("name the ways in, and what runs in which size", async () => {
    const { public: ways, runs } = await facts(service);
    expect(ways).toBe("load balancer lb on port 443");
    expect(runs).toBe("web 2 × 0.5 vCPU 1 GiB Linux ARM64");
  });

  it("name for each service the numbers of its own autoscaling", async () => {
    const program = () => {
      const still = new aws.ecs.Service("still", { desiredCount: 1 });
      const moving = new aws.ecs.Service("moving", { desiredCount: 1 });
      new aws.appautoscaling.Target("moving", {
        minCapacity: 2,
        maxCapacity: 6,
        resourceId: pulumi.interpolate`service/apps/${moving.name}`,
        scalableDimension: "ecs:service:DesiredCount",
        serviceNamespace: "ecs",
      });
      return { still };
    };
    expect((await facts(program)).runs).toBe("moving 2–6 × ?; still 1 × ?");
  });

  it("name what is open without a load balancer", async () => {
    const open = () =>
      new aws.vpc.SecurityGroupIngressRule("x", { securityGroupId: "sg", cidrIpv4: "0.0.0.0/0", ipProtocol: "-1" });
    expect((await facts(open)).public).toBe("directly on every port");
  });

  it("shout where something is not encrypted", async () => {
    const program = () => [new aws.sqs.Queue("bare", {}), new aws.sqs.Queue("safe", { sqsManagedSseEnabled: true })];
    expect((await facts(program)).encrypted).toBe("AWS key: Queue safe; NOT ENCRYPTED: Queue bare");
  });

  it("say so where there is nothing to say", async () => {
    expect(await facts(() => undefined)).toEqual({
      public: "nothing",
      runs: "nothing",
      protected: "nothing",
      encrypted: "nothing",
    });
  });
});
