import { record } from "@acme/plan";
import type { HostTenant } from "@acme/rules";
import { describe, expect, it } from "vitest";
import { config, hostArgs } from "./test-hosts.ts";
import { WindowsCapacity } from "./windows-capacity.ts";

const service = (title: string, tasks: number): HostTenant => ({
  kind: "service",
  title: `LoadBalancedService "${title}"`,
  task: { cpu: 1024, memoryMiB: 4096, networkInterfaces: 1, driveLetters: 1 },
  tasks,
  maximumPercent: 150,
});

/** Four hosts with four network interfaces and room for three tasks each, by memory too. */
const take = (...tenants: HostTenant[]) =>
  record(
    () => {
      const hosts = new WindowsCapacity("hosts", hostArgs);
      for (const tenant of tenants) hosts.take(tenant, hosts);
    },
    { config },
  );

describe("Room on hosts", () => {
  it("is told of each tenant, beside those before it", async () => {
    const { messages } = await take(service("app", 4), service("api", 2));
    expect(messages.map(({ severity }) => severity)).toEqual(["info", "info"]);
    expect(messages[0]?.text).toMatch(
      /^LoadBalancedService "api": room for 12 tasks .*; 9 taken at most: 6 by LoadBalancedService "app", 3 by LoadBalancedService "api"$/,
    );
    expect(messages[1]?.text).toMatch(/; 6 taken at most: 6 by LoadBalancedService "app"$/);
  });

  it("ends where the hosts are full, with the limit that stands against more", async () => {
    await expect(take(service("app", 4), service("api", 6))).rejects.toThrow(
      /^LoadBalancedService "api": .*needs room for 9 tasks.* besides .*LoadBalancedService "app"/,
    );
  });
});
