import type { HostCapacity } from "@acme/cluster";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { clusterOf, hostsOf, hostTask } from "./test-hosts.ts";
import { planBackground, planBalanced } from "./test-service.ts";

const family = "WINDOWS_SERVER_2022_CORE";
const demand = { cpu: 1024, memoryMiB: 2048, networkInterfaces: 1, driveLetters: 0 };

describe("Room on hosts", () => {
  it("is taken for the desired tasks and what a deployment adds", async () => {
    const hosts = hostsOf(family);
    const deployment = { maximumPercent: 150 };
    await planBalanced({ task: hostTask(), cluster: clusterOf(hostsOf("LINUX"), hosts), deployment });
    expect(hosts.tenants).toEqual([
      { kind: "service", title: 'LoadBalancedService "api"', task: demand, tasks: 2, maximumPercent: 150 },
    ]);
  });

  it("is taken for the most tasks that autoscaling and its schedules allow", async () => {
    const hosts = hostsOf(family);
    const clock = { cron: "0 7 * * ? *", timeZone: "UTC", minimumTasks: 2 };
    const schedule = [
      { name: "day", ...clock, maximumTasks: 9 },
      { name: "night", ...clock, maximumTasks: 3 },
    ];
    const autoscaling = { minimumTasks: 2, maximumTasks: 6, schedule };
    await planBackground({ task: hostTask(), cluster: clusterOf(hosts), autoscaling });
    expect(hosts.tenants).toEqual([
      { kind: "service", title: 'BackgroundService "mail"', task: demand, tasks: 9, maximumPercent: 200 },
    ]);
  });

  it.each([
    ["awsvpc", 1],
    [undefined, 1],
    ["default", 0],
  ] as const)(
    "is counted in network mode %s with %i interfaces, and with its drive letters",
    async (networkMode, networkInterfaces) => {
      const hosts = hostsOf(family);
      const task = hostTask({ networkMode, volumes: ["fsx-windows"] });
      await planBackground({ task, cluster: clusterOf(hosts) });
      expect(hosts.tenants[0]?.task).toEqual({ ...demand, networkInterfaces, driveLetters: 1 });
    },
  );

  it("is not asked for on Fargate", async () => {
    const hosts = hostsOf("LINUX");
    expect((await planBackground({ cluster: clusterOf(hosts) })).messages).toEqual([]);
    expect(hosts.tenants).toEqual([]);
  });

  it("is not judged on capacity that is only named, and says so", async () => {
    const capacityProviderStrategies = [{ capacityProvider: "hosts", weight: 1 }];
    const { messages } = await planBackground({ task: hostTask(), capacityProviderStrategies });
    expect(messages).toEqual([
      {
        severity: "info",
        text: `BackgroundService "mail": Room for the tasks is not judged: capacityProviderStrategies names other capacity than one group of the cluster's hosts.`,
      },
    ]);
  });

  it("is not judged for a task of unknown size, with a warning", async () => {
    const hosts = hostsOf(family);
    const { messages } = await planBackground({
      task: hostTask({ reservation: undefined }),
      cluster: clusterOf(hosts),
    });
    expect(hosts.tenants).toEqual([]);
    expect(messages).toEqual([
      {
        severity: "warning",
        text: 'BackgroundService "mail": Room for the tasks is not judged: the task does not say what it takes of a host. Give its shape a reservation.',
      },
    ]);
  });

  it("is asked for once nothing else is wrong, and stops the service where there is none", async () => {
    const full: HostCapacity = {
      ...hostsOf(family),
      take: ({ title }, resource) => {
        throw new pulumi.ResourceError(`${title}: The hosts are full.`, resource, true);
      },
    };
    const args = { task: hostTask(), cluster: clusterOf(full) };
    await expect(planBackground(args)).rejects.toThrow('BackgroundService "mail": The hosts are full.');
    await expect(planBackground({ ...args, desiredCount: -1 })).rejects.toThrow(
      'BackgroundService "mail": desiredCount -1 is no number of tasks. Use 0 or more.',
    );
  });
});
