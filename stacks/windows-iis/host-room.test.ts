import { describe, expect, it } from "vitest";
import { digest, plain, plan } from "./test-plan.ts";

describe("the room on its hosts", () => {
  const small = { instanceTypes: ["t3.large"], minimumHosts: 1, maximumHosts: 1 };

  it("is said in the plan", async () => {
    const { messages } = await plan({ ...plain, imageDigest: digest });
    expect(messages.map(({ text }) => text)).toContain(
      'ScheduledTask "sweep": room for 12 tasks like app\'s (3 on each of 4 m6i.xlarge, by network interfaces); 5 taken at most: 4 by LoadBalancedService "app", 1 by ScheduledTask "sweep"',
    );
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      "tasks that",
      { hosts: small, service: { desiredCount: 3 } },
      'LoadBalancedService "app": needs room for 3 tasks even without a deployment (6 with one), and 1 host of t3.large has room for 2: 2 each, by network interfaces. Use 3 hosts or instance type m6i.4xlarge.',
    ],
    [
      "a deployment that",
      { hosts: small, service: { desiredCount: 2 } },
      'LoadBalancedService "app": needs room for 4 tasks during a deployment, and 1 host of t3.large has room for 2: 2 each, by network interfaces. Use 2 hosts, instance type m6i.4xlarge or maximumPercent 100 with a minimumHealthyPercent below it.',
    ],
    [
      "a sweep that",
      { hosts: small, service: { desiredCount: 1 }, imageDigest: digest },
      'ScheduledTask "sweep": needs room for 1 task besides 2 by LoadBalancedService "app" during a deployment, and 1 host of t3.large has room for none: an empty host takes 2, by network interfaces. Use 2 hosts, instance type t3.xlarge or maximumPercent 100 for LoadBalancedService "app" with a minimumHealthyPercent below it.',
    ],
    [
      "a task that alone",
      { hosts: small, service: { desiredCount: 1, memoryMiB: 8192 } },
      'LoadBalancedService "app": has a task that no host takes: it needs 8192 MiB of memory, and a host of t3.large has 5734 for tasks. Use instance type t3.2xlarge.',
    ],
  ])("is refused to %s cannot fit", async (_what, settings, message) => {
    await expect(plan({ ...plain, ...settings })).rejects.toThrow(message);
  });
});
