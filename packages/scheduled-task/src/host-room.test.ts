import type { HostCapacity } from "@acme/cluster";
import { record } from "@acme/plan";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";
import { scheduledTask } from "./scheduled-task-sample.ts";
import { clusterOf, hostsOf, hostTask } from "./test-hosts.ts";

const plan = (args: Partial<ScheduledTaskArgs>) =>
  record(scheduledTask({ task: hostTask(), ...args }), { config: { "aws:region": "us-east-1" } });
const family = "WINDOWS_SERVER_2022_CORE";
const demand = { cpu: 1024, memoryMiB: 2048, networkInterfaces: 1, driveLetters: 1 };

describe("Room on hosts", () => {
  it.each<[Partial<ScheduledTaskArgs>, object]>([
    [{}, { tasks: 1, longestRunSeconds: 3600, secondsBetweenRuns: 86_400 }],
    [
      { schedule: { rate: { value: 5, unit: "minutes" } }, taskCount: 3, longestRunMinutes: 4 },
      { tasks: 3, longestRunSeconds: 240, secondsBetweenRuns: 300 },
    ],
    [
      { schedule: { cron: "0/50 * * * ? *" }, flexibleWindowMinutes: 30 },
      { tasks: 1, longestRunSeconds: 5400, secondsBetweenRuns: 600 },
    ],
    [{ schedule: { at: "2027-01-31T03:00:00" } }, { tasks: 1, longestRunSeconds: 3600 }],
  ])("is taken for the runs that go on at once: %j", async (args, runs) => {
    const hosts = hostsOf(family);
    await plan({ ...args, cluster: clusterOf(hostsOf("LINUX"), hosts) });
    expect(hosts.tenants).toEqual([{ kind: "schedule", title: 'ScheduledTask "nightly"', task: demand, ...runs }]);
  });

  it("is taken of the group that is named by its capacityProviderName", async () => {
    const [first, second] = [hostsOf(family), hostsOf(family)];
    await plan({ cluster: clusterOf(first, second), capacityProvider: second.capacityProviderName });
    expect([first.tenants.length, second.tenants.length]).toEqual([0, 1]);
  });

  it.each<[string, Partial<ScheduledTaskArgs>]>([
    ["where nothing is started", { enabled: false }],
    ["on Fargate", { task: hostTask({ launchType: "FARGATE", volumes: [] }) }],
  ])("is not taken %s", async (_, args) => {
    const hosts = hostsOf(family);
    expect((await plan({ ...args, cluster: clusterOf(hosts) })).messages).toEqual([]);
    expect(hosts.tenants).toEqual([]);
  });

  it("is not judged on a capacity provider that is only named, and says so", async () => {
    expect((await plan({ capacityProvider: "old-hosts" })).messages).toEqual([
      {
        severity: "info",
        text: `ScheduledTask "nightly": Room for the runs is not judged: capacityProvider names other hosts than the cluster's own.`,
      },
    ]);
  });

  it("is not judged for a task of unknown size, with a warning", async () => {
    const hosts = hostsOf(family);
    const { messages } = await plan({ task: hostTask({ reservation: undefined }), cluster: clusterOf(hosts) });
    expect(hosts.tenants).toEqual([]);
    expect(messages).toEqual([
      {
        severity: "warning",
        text: 'ScheduledTask "nightly": Room for the runs is not judged: the task does not say what it takes of a host. Give its shape a reservation.',
      },
    ]);
  });

  it("stops the schedule where there is none", async () => {
    const full: HostCapacity = {
      ...hostsOf(family),
      take: ({ title }, resource) => {
        throw new pulumi.ResourceError(`${title}: The hosts are full.`, resource, true);
      },
    };
    await expect(plan({ cluster: clusterOf(full) })).rejects.toThrow('ScheduledTask "nightly": The hosts are full.');
  });
});
