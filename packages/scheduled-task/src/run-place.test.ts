import { only, record } from "@acme/plan";
import type { LaunchType, NetworkMode, TaskShape } from "@acme/rules";
import { describe, expect, it } from "vitest";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";
import { scheduledTask } from "./scheduled-task-sample.ts";
import { clusterOf, hostsOf, hostTask } from "./test-hosts.ts";

type System = Pick<TaskShape, "operatingSystemFamily" | "cpuArchitecture">;
const linux: System = { operatingSystemFamily: "LINUX", cpuArchitecture: "X86_64" };
const arm: System = { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" };
const windows: System = { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "X86_64" };

const onFargate = { capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }] };
const onHosts = (capacityProvider: string, expression: string) => ({
  capacityProviderStrategies: [{ capacityProvider, weight: 1 }],
  placementConstraints: [{ type: "memberOf", expression }],
  placementStrategies: [
    { type: "spread", field: "attribute:ecs.availability-zone" },
    { type: "spread", field: "instanceId" },
  ],
});
const onLinux = (processor: string) =>
  onHosts(`linux-${processor}`, `attribute:ecs.os-type == linux and attribute:ecs.cpu-architecture == ${processor}`);
const on2022 = "attribute:ecs.os-family == WINDOWS_SERVER_2022_CORE";
const onWindows = onHosts("windows_server_2022_core-x86_64", on2022);
const addressed = {
  networkConfiguration: {
    subnets: ["subnet-1", "subnet-2"],
    securityGroups: ["${acme:scheduled-task:ScheduledTask$aws:ec2/securityGroup:SecurityGroup::nightly.id}"],
    assignPublicIp: false,
  },
};

async function placeOf(args: Partial<ScheduledTaskArgs>): Promise<object> {
  const planned = await record(scheduledTask(args), { config: { "aws:region": "us-east-1" } });
  const { target } = only(planned, "aws:scheduler/schedule:Schedule").inputs as { target: { ecsParameters: object } };
  const keys = [...Object.keys(onWindows), "networkConfiguration", "launchType", "platformVersion"];
  return Object.fromEntries(Object.entries(target.ecsParameters).filter(([key]) => keys.includes(key)));
}

describe("The place of runs", () => {
  it.each<[System, LaunchType, NetworkMode | "default" | undefined, object]>([
    [linux, "FARGATE", "awsvpc", { ...onFargate, ...addressed }],
    [windows, "FARGATE", "awsvpc", { ...onFargate, ...addressed }],
    [linux, "EC2", "awsvpc", { ...onLinux("x86_64"), ...addressed }],
    [linux, "EC2", undefined, { ...onLinux("x86_64"), ...addressed }],
    [linux, "EC2", "default", onLinux("x86_64")],
    [arm, "EC2", "awsvpc", { ...onLinux("arm64"), ...addressed }],
    [windows, "EC2", "awsvpc", { ...onWindows, ...addressed }],
    [windows, "EC2", "default", onWindows],
  ])("of %j on %s in network mode %s", async (system, launchType, networkMode, place) => {
    const cluster = clusterOf(hostsOf(system.operatingSystemFamily, system.cpuArchitecture));
    const task = hostTask({ ...system, launchType, networkMode, volumes: [] });
    expect(await placeOf({ task, cluster })).toEqual(place);
  });

  it("is the capacity provider that is named", async () => {
    expect(await placeOf({ task: hostTask(), capacityProvider: "old-hosts" })).toEqual({
      ...onHosts("old-hosts", on2022),
      ...addressed,
    });
  });
});
