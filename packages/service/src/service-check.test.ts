import { describe, expect, it } from "vitest";
import { clusterOf, hostsOf, hostTask } from "./test-hosts.ts";
import { planBackground, shape, task } from "./test-service.ts";

describe("checkService", () => {
  it("refuses rebalancing without room for another task", async () => {
    const deployment = { minimumHealthyPercent: 50, maximumPercent: 100, availabilityZoneRebalancing: true };
    await expect(planBackground({ deployment })).rejects.toThrow(
      'BackgroundService "mail": Zone rebalancing does not go with maximumPercent 100. Use a maximumPercent above 100, or set availabilityZoneRebalancing to false.',
    );
  });

  it("refuses a deployment that can never begin", async () => {
    const deployment = { maximumPercent: 150 };
    await expect(planBackground({ desiredCount: 1, deployment })).rejects.toThrow(
      'BackgroundService "mail": minimumHealthyPercent 100 and maximumPercent 150 of 1 task leave no task to start or stop. Use a maximumPercent of 200 or more, or a lower minimumHealthyPercent.',
    );
  });

  it("refuses Spot for Windows", async () => {
    const windows = { ...task, shape: { ...shape, operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" as const } };
    const capacityProviderStrategies = [{ capacityProvider: "FARGATE_SPOT", weight: 1 }];
    await expect(planBackground({ task: windows, capacityProviderStrategies })).rejects.toThrow(
      'BackgroundService "mail": Fargate Windows does not support Fargate Spot. Use FARGATE, or Spot instances on EC2 Windows.',
    );
  });

  it("refuses Windows on Fargate where the cluster encrypts its storage with a customer's key", async () => {
    const windows = { ...task, shape: { ...shape, operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" as const } };
    const cluster = { ...clusterOf(), fargateStorageKey: "customer" as const };
    await expect(planBackground({ task: windows, cluster })).rejects.toThrow(
      'BackgroundService "mail": The cluster encrypts the storage of tasks on Fargate with a customer\'s key, which Windows tasks cannot use. Set its fargateStorageKey to aws-owned.',
    );
    const owned = { ...cluster, fargateStorageKey: "aws-owned" as const };
    await expect(planBackground({ task: windows, cluster: owned })).resolves.toBeDefined();
    await expect(planBackground({ cluster })).resolves.toBeDefined();
  });

  it("refuses more security groups than a task can wear", async () => {
    const clientSecurityGroupIds = ["sg-1", "sg-2", "sg-3", "sg-4", "sg-5"];
    await expect(planBackground({ task: { ...task, clientSecurityGroupIds } })).rejects.toThrow(
      'BackgroundService "mail": Security groups of a task: 6 is not allowed. Use 0–5; the nearest is 5.',
    );
  });

  it("refuses storage that is reached by a security group where the task wears none", async () => {
    const onHost = { ...hostTask({ networkMode: "default" }), clientSecurityGroupIds: ["sg-files"] };
    const cluster = clusterOf(hostsOf("WINDOWS_SERVER_2022_CORE"));
    await expect(planBackground({ task: onHost, cluster })).rejects.toThrow(
      'BackgroundService "mail": The task must wear a security group to reach its storage, and has none in network mode default. Use awsvpc.',
    );
  });

  it("refuses a service without subnets", async () => {
    await expect(planBackground({ privateSubnetIds: [] })).rejects.toThrow(
      'BackgroundService "mail": Subnets of a task: 0 is not allowed. Use 1–16; the nearest is 1.',
    );
  });

  it("refuses not to wait at all", async () => {
    await expect(planBackground({ deployment: { timeoutMinutes: 0 } })).rejects.toThrow(
      'BackgroundService "mail": deployment.timeoutMinutes 0 is no time to wait. Use 1 or more.',
    );
  });

  it("says every mistake at once", async () => {
    await expect(planBackground({ desiredCount: -1, privateSubnetIds: [] })).rejects.toThrow(
      'BackgroundService "mail": Subnets of a task: 0 is not allowed. Use 1–16; the nearest is 1. desiredCount -1 is no number of tasks. Use 0 or more.',
    );
  });

  it("warns of what an override lets pass", async () => {
    const plan = await planBackground({
      desiredCount: 1,
      deployment: { maximumPercent: 150 },
      ruleOverrides: [{ rule: "deployment", reason: "a second one is never started" }],
    });
    expect(plan.messages).toEqual([
      {
        severity: "warning",
        text: 'BackgroundService "mail": minimumHealthyPercent 100 and maximumPercent 150 of 1 task leave no task to start or stop (allowed here: a second one is never started). Use a maximumPercent of 200 or more, or a lower minimumHealthyPercent.',
      },
    ]);
  });
});
