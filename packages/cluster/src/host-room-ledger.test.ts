import { record } from "@acme/plan";
import type { HostTenant, RuleOverride } from "@acme/rules";
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

const reason = "the hosts are about to grow";

/** Four hosts with four network interfaces and room for three tasks each, by memory too. */
const take = (tenants: HostTenant[], ruleOverrides: RuleOverride[] = []) =>
  record(
    () => {
      const hosts = new WindowsCapacity("hosts", { ...hostArgs, ruleOverrides });
      for (const tenant of tenants) hosts.take(tenant, hosts);
    },
    { config },
  );

describe("Room on hosts", () => {
  it("is told of each tenant, beside those before it", async () => {
    const { messages } = await take([service("app", 4), service("api", 2)]);
    const room = "room for 12 tasks like app's (3 on each of 4 m6i.xlarge, by network interfaces)";
    const app = '6 by LoadBalancedService "app"';
    expect(messages).toEqual([
      {
        severity: "info",
        text: `LoadBalancedService "api": ${room}; 9 taken at most: ${app}, 3 by LoadBalancedService "api"`,
      },
      { severity: "info", text: `LoadBalancedService "app": ${room}; 6 taken at most: ${app}` },
    ]);
  });

  it("ends where the hosts are full, with the limit that stands against more and what would do", async () => {
    await expect(take([service("app", 4), service("api", 6)])).rejects.toThrow(
      'LoadBalancedService "api": needs room for 9 tasks during a deployment besides 6 by LoadBalancedService "app" during a deployment, and 4 hosts of m6i.xlarge have room for 6: an empty host takes 3, by network interfaces. Use 5 hosts, instance type m6i.4xlarge or maximumPercent 100 with a minimumHealthyPercent below it.',
    );
  });

  it("is passed over for a reason, with one warning however often it is judged", async () => {
    const tenants = [service("app", 4), service("api", 6), service("off", 0)];
    const { messages } = await take(tenants, [{ rule: "host-capacity", reason }]);
    const warnings = messages.filter(({ severity }) => severity === "warning");
    expect(warnings.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^LoadBalancedService "api": needs room for 9 tasks .* \(allowed here: the hosts are about to grow\)/,
      ),
    ]);
    expect(messages).toHaveLength(4);
  });
});
