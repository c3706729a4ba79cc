import { record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";
import { scheduledTask } from "./scheduled-task-sample.ts";
import { clusterOf, hostsOf, hostTask } from "./test-hosts.ts";

const core = hostsOf("WINDOWS_SERVER_2022_CORE");
const old = hostsOf("WINDOWS_SERVER_2019_CORE");
const linux = hostsOf("LINUX");
const remedy =
  "Add some to the cluster, change the task's operatingSystemFamily and cpuArchitecture, or name a capacity provider in capacityProvider.";

describe("The hosts of a ScheduledTask", () => {
  it.each<[string, Partial<ScheduledTaskArgs>, string]>([
    [
      "a cluster without any",
      {},
      `The task needs hosts for WINDOWS_SERVER_2022_CORE X86_64; the cluster has no hosts. ${remedy}`,
    ],
    [
      "those of other systems",
      { cluster: clusterOf(old, linux, linux) },
      `The task needs hosts for WINDOWS_SERVER_2022_CORE X86_64; the cluster has hosts for WINDOWS_SERVER_2019_CORE X86_64 and LINUX X86_64. ${remedy}`,
    ],
    [
      "two groups of the kind",
      { cluster: clusterOf(core, hostsOf("WINDOWS_SERVER_2022_CORE")) },
      "The cluster has 2 groups of hosts for WINDOWS_SERVER_2022_CORE X86_64. Name the capacityProviderName of one in capacityProvider.",
    ],
    [
      "a group of another system by its capacityProviderName",
      { cluster: clusterOf(core, old), capacityProvider: old.capacityProviderName },
      "capacityProvider is that of hosts for WINDOWS_SERVER_2019_CORE X86_64, and the task needs WINDOWS_SERVER_2022_CORE X86_64. Name another, or leave it out.",
    ],
  ])("are refused: %s", async (_, args, message) => {
    await expect(record(scheduledTask({ task: hostTask(), ...args }))).rejects.toThrow(
      `ScheduledTask "nightly": ${message}`,
    );
  });
});
