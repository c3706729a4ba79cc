import { record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { LinuxCapacity } from "./linux-capacity.ts";
import { config, hostArgs, managedDirectory, planLinux, planWindows } from "./test-hosts.ts";
import type { WindowsCapacityArgs } from "./windows-capacity-args.ts";

const named = (name: string) => record(() => new LinuxCapacity(name, hostArgs), { config });
const begin = 'WindowsCapacity "hosts": ';

describe("Check of hosts", () => {
  it.each<[string, Partial<WindowsCapacityArgs>, string]>([
    [
      "a family without an image",
      { operatingSystemFamily: "WINDOWS_SERVER_2016_FULL" as "WINDOWS_SERVER_2019_FULL" },
      "AWS has no image for hosts of WINDOWS_SERVER_2016_FULL. Use WINDOWS_SERVER_2019_CORE, WINDOWS_SERVER_2019_FULL, WINDOWS_SERVER_2022_CORE, WINDOWS_SERVER_2022_FULL, WINDOWS_SERVER_2025_CORE, WINDOWS_SERVER_2025_FULL.",
    ],
    ["half a host", { minimumHosts: 0.5 }, "minimumHosts 0.5 is not allowed. Use a whole number, 0 or more."],
    ["less than no host", { minimumHosts: -1 }, "minimumHosts -1 is not allowed. Use a whole number, 0 or more."],
    [
      "a minimum above the maximum",
      { minimumHosts: 5 },
      "minimumHosts 5 is more than maximumHosts 4. Raise the latter, or lower the former.",
    ],
    ["no subnet", { subnetIds: [] }, "It has no subnet. Give subnetIds one for each zone."],
    [
      "more security groups than an interface takes",
      { domainJoin: managedDirectory, clientSecurityGroupIds: ["sg-1", "sg-2", "sg-3", "sg-4"] },
      "Its hosts would wear 6 security groups, and a network interface takes 5. Merge some of them.",
    ],
    [
      "what is no image",
      { amiId: "latest" },
      'amiId "latest" is no id of an image. Use one such as "ami-0123456789abcdef0", or leave it out.',
    ],
    [
      "a root volume too small for Windows",
      { rootVolumeGiB: 49 },
      "rootVolumeGiB 49 is not allowed. Use a whole number, 50–16384.",
    ],
    [
      "a root volume larger than gp3",
      { rootVolumeGiB: 16385 },
      "rootVolumeGiB 16385 is not allowed. Use a whole number, 50–16384.",
    ],
    [
      "to fill nothing",
      { targetCapacityPercent: 0 },
      "targetCapacityPercent 0 is not allowed. Use a whole number, 1–100.",
    ],
    ["more than all on Spot", { spotPercent: 101 }, "spotPercent 101 is not allowed. Use a whole number, 0–100."],
    [
      "a warm pool on Spot",
      { spotPercent: 50, warmPool: { hosts: 1 } },
      "A warm pool does not go with spotPercent 50. Leave out one of them.",
    ],
    [
      "a start longer than a hook waits",
      { instanceWarmupSeconds: 7201, warmPool: { hosts: 1 } },
      "instanceWarmupSeconds 7201 does not go with a warm pool. Use 30–7200.",
    ],
    [
      "an empty warm pool",
      { warmPool: { hosts: 0 } },
      "warmPool.hosts 0 is not allowed. Use a whole number, 1 or more.",
    ],
    [
      "too long a start",
      { instanceWarmupSeconds: 10001 },
      "instanceWarmupSeconds 10001 is not allowed. Use a whole number, 0–10000.",
    ],
    [
      "less than no reserved memory",
      { reservedMemoryMiB: -1 },
      "reservedMemoryMiB -1 is not allowed. Use a whole number, 0 or more.",
    ],
    [
      "too short a clean-up",
      { taskCleanupSeconds: 59 },
      "taskCleanupSeconds 59 is not allowed. Use a whole number, 60–10800.",
    ],
    [
      "what the agent would not take",
      { agent: { imageCleanupMinutes: 9 } },
      "agent.imageCleanupMinutes 9 is not allowed. Use a whole number, 10 or more.",
    ],
  ])("refuses %s", async (_what, args, mistake) => {
    await expect(planWindows(args)).rejects.toThrow(`${begin}${mistake}`);
  });

  it("says what the rules of AWS refuse about the types", async () => {
    await expect(planLinux({ instanceTypes: [] })).rejects.toThrow(
      'LinuxCapacity "hosts": The hosts have no instance type. Set instanceTypes, such as ',
    );
  });

  it("says all mistakes at once", async () => {
    await expect(planLinux({ minimumHosts: -1, subnetIds: [], spotPercent: 101 })).rejects.toThrow(
      'LinuxCapacity "hosts": minimumHosts -1 is not allowed. Use a whole number, 0 or more. It has no subnet. Give subnetIds one for each zone. spotPercent 101 is not allowed. Use a whole number, 0–100.',
    );
  });

  it("refuses names that its children cannot have", async () => {
    await expect(named("my hosts")).rejects.toThrow(
      'LinuxCapacity "my hosts": Its name is none that its capacity provider and its role can have. Use 1–50 letters, digits, _ and -.',
    );
    await expect(named("ecs-hosts")).rejects.toThrow(
      'LinuxCapacity "ecs-hosts": Its name begins with "ecs", which AWS keeps for itself. Use another, such as "hosts".',
    );
  });

  it("takes a smaller root volume on Linux", async () => {
    await expect(planLinux({ rootVolumeGiB: 30 })).resolves.toBeDefined();
    await expect(planLinux({ rootVolumeGiB: 29 })).rejects.toThrow("Use a whole number, 30–16384.");
  });

  it("lets a rule pass for a reason, and says so", async () => {
    const ruleOverrides = [{ rule: "instance-type" as const, reason: "it is new" }];
    const planned = await planLinux({ instanceTypes: ["m99.large"], ruleOverrides });
    expect(planned.messages).toEqual([
      { severity: "warning", text: expect.stringMatching(/^LinuxCapacity "hosts": .*m99\.large.*it is new/) },
    ]);
  });
});
