import { describe, expect, it } from "vitest";
import { hostMistakes, hostOf } from "./task-hosts.ts";
import { clusterOf, hostsOf, hostTask } from "./test-hosts.ts";
import { background, planBackground, task } from "./test-service.ts";

const core = hostsOf("WINDOWS_SERVER_2022_CORE");
const old = hostsOf("WINDOWS_SERVER_2019_CORE");
const linux = hostsOf("LINUX");
const arm = hostsOf("LINUX", "ARM64");
const named = (...hosts: (typeof core)[]) =>
  hosts.map(({ capacityProviderName }) => ({ capacityProvider: capacityProviderName, weight: 1 }));
const args = (...hosts: (typeof core)[]) => ({ ...background, task: hostTask(), cluster: clusterOf(...hosts) });
const remedy =
  "Add some to the cluster, change the task's operatingSystemFamily and cpuArchitecture, or name a capacity provider in capacityProviderStrategies.";

describe("hostOf", () => {
  it("is the cluster's group of the task's operating system and processor", () => {
    expect(hostOf(args(linux, old, core))).toBe(core);
    const armTask = hostTask({ operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" });
    expect(hostOf({ ...args(linux, arm), task: armTask })).toBe(arm);
  });

  it("is the group that the only strategy names by its capacityProviderName", () => {
    const second = hostsOf("WINDOWS_SERVER_2022_CORE");
    expect(hostOf({ ...args(core, second), capacityProviderStrategies: named(second) })).toBe(second);
  });

  it.each([
    ["a name", [{ capacityProvider: "hosts", weight: 1 }]],
    ["several groups", named(core, hostsOf("WINDOWS_SERVER_2022_CORE"))],
  ])("is unknown of %s", (_, capacityProviderStrategies) => {
    expect(hostOf({ ...args(core), capacityProviderStrategies })).toBeUndefined();
  });
});

describe("hostMistakes", () => {
  it("finds nothing in a task for Fargate, in one group of hosts, and in a name", () => {
    expect(hostMistakes({ ...background, task })).toEqual([]);
    expect(hostMistakes(args(linux, core))).toEqual([]);
    expect(hostMistakes({ ...args(), capacityProviderStrategies: [{ capacityProvider: "hosts", weight: 1 }] })).toEqual(
      [],
    );
  });

  it.each([
    ["none", [], `The task needs hosts for WINDOWS_SERVER_2022_CORE X86_64; the cluster has no hosts. ${remedy}`],
    [
      "others",
      [old, linux, linux],
      `The task needs hosts for WINDOWS_SERVER_2022_CORE X86_64; the cluster has hosts for WINDOWS_SERVER_2019_CORE X86_64 and LINUX X86_64. ${remedy}`,
    ],
    [
      "two of the kind",
      [core, hostsOf("WINDOWS_SERVER_2022_CORE")],
      "The cluster has 2 groups of hosts for WINDOWS_SERVER_2022_CORE X86_64. Name the capacityProviderName of one in capacityProviderStrategies.",
    ],
  ])("refuses a cluster with %s", async (_, hosts, message) => {
    expect(hostMistakes(args(...hosts))).toEqual([message]);
    await expect(planBackground({ task: hostTask(), cluster: clusterOf(...hosts) })).rejects.toThrow(
      `BackgroundService "mail": ${message}`,
    );
  });

  it("refuses hosts of another system by their capacityProviderName", () => {
    expect(hostMistakes({ ...args(core, old), capacityProviderStrategies: named(old) })).toEqual([
      "capacityProviderStrategies names hosts for WINDOWS_SERVER_2019_CORE X86_64, and the task needs WINDOWS_SERVER_2022_CORE X86_64. Name others, or leave it out.",
    ]);
  });
});
