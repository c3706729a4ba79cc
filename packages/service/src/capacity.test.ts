import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { type CapacityProviderStrategy, capacityMistakes, capacityOf, usesSpot } from "./capacity.ts";
import { clusterOf, hostsOf, hostTask } from "./test-hosts.ts";
import { background, shape, task } from "./test-service.ts";

const fargate = (weight = 1, base = 0) => ({ capacityProvider: "FARGATE", weight, base });
const spot = (weight = 1, base = 0) => ({ capacityProvider: "FARGATE_SPOT", weight, base });
const args = (given = task, capacityProviderStrategies?: CapacityProviderStrategy[]) => ({
  ...background,
  task: given,
  capacityProviderStrategies,
});

describe("capacityOf", () => {
  it("is on-demand Fargate where nothing else is said", () => {
    expect(capacityOf(args())).toEqual([{ capacityProvider: "FARGATE", weight: 1 }]);
  });

  it("is what the caller says", () => {
    expect(capacityOf(args(task, [spot()]))).toEqual([spot()]);
  });

  it("is the cluster's hosts of the task's system for EC2", () => {
    const hosts = hostsOf("WINDOWS_SERVER_2022_CORE");
    const cluster = clusterOf(hostsOf("LINUX"), hosts, hostsOf("WINDOWS_SERVER_2022_FULL"));
    expect(capacityOf({ ...args(hostTask()), cluster })).toEqual([
      { capacityProvider: hosts.capacityProviderName, weight: 1 },
    ]);
  });

  it("is not guessed for Managed Instances", () => {
    const cluster = clusterOf(hostsOf("LINUX"));
    const managed = { ...task, shape: { ...shape, launchType: "MANAGED_INSTANCES" as const } };
    expect(capacityOf({ ...args(managed), cluster })).toEqual([]);
  });
});

describe("usesSpot", () => {
  it("sees a share on Spot", () => {
    expect([usesSpot([fargate()]), usesSpot([fargate(), spot()])]).toEqual([false, true]);
  });
});

describe("capacityMistakes", () => {
  const name = pulumi.output("hosts");

  it.each([
    ["a mix of on demand and Spot", task, [fargate(1, 1), spot(3)]],
    ["an instance provider for an EC2 task", hostTask(), [{ capacityProvider: "hosts", weight: 1 }]],
    ["a name that is not known yet", hostTask(), [{ capacityProvider: name, weight: 1 }]],
  ])("finds nothing in %s", (_, given, strategies) => {
    expect(capacityMistakes(args(given, strategies))).toEqual([]);
  });

  it.each([
    [hostTask(), [], "A task for EC2 has no capacity. Name a capacity provider in capacityProviderStrategies."],
    [hostTask(), [fargate()], "A task for EC2 does not run on FARGATE. Change its launchType, or this."],
    [
      task,
      [{ capacityProvider: "hosts", weight: 1 }],
      "A task for FARGATE does not run on hosts. Change its launchType, or this.",
    ],
    [task, [spot(), spot()], "A capacity provider is named twice: FARGATE_SPOT, FARGATE_SPOT. Add up its weights."],
    [
      hostTask(),
      [name, name].map((capacityProvider) => ({ capacityProvider, weight: 1 })),
      "A capacity provider is named twice: hosts, hosts. Add up its weights.",
    ],
    [task, [fargate(1, 1), spot(1, 1)], "FARGATE and FARGATE_SPOT both have a base. Leave it to one of them."],
    [task, [fargate(0)], "The weight of FARGATE is 0, which places no task. Use 1 or more."],
    [
      hostTask(),
      [{ capacityProvider: name, weight: 0 }],
      "The weight of hosts is 0, which places no task. Use 1 or more.",
    ],
    [task, [fargate(1001)], "Weight of a capacity provider: 1001 is not allowed. Use 0–1000; the nearest is 1000."],
    [
      task,
      [fargate(1, -1)],
      "Base of a capacity provider: -1 tasks is not allowed. Use 0–100000 tasks; the nearest is 0.",
    ],
  ])("says what is wrong, %#", (given, strategies, message) => {
    expect(capacityMistakes(args(given, strategies))).toEqual([message]);
  });
});
