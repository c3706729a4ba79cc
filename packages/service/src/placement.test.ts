import type { LaunchType, NetworkMode, TaskShape } from "@acme/rules";
import { describe, expect, it } from "vitest";
import { clusterOf, hostsOf, hostTask } from "./test-hosts.ts";
import { planBackground, serviceOf } from "./test-service.ts";

type System = Pick<TaskShape, "operatingSystemFamily" | "cpuArchitecture">;
const linux: System = { operatingSystemFamily: "LINUX", cpuArchitecture: "X86_64" };
const arm: System = { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" };
const windows: System = { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "X86_64" };
const full: System = { operatingSystemFamily: "WINDOWS_SERVER_2019_FULL", cpuArchitecture: "X86_64" };

const onFargate = {
  capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
  platformVersion: "LATEST",
};
const onHosts = (capacityProvider: string, expression: string) => ({
  capacityProviderStrategies: [{ capacityProvider, weight: 1 }],
  placementConstraints: [{ type: "memberOf", expression }],
  orderedPlacementStrategies: [
    { type: "spread", field: "attribute:ecs.availability-zone" },
    { type: "spread", field: "instanceId" },
  ],
});
const onLinux = (processor: string) =>
  `attribute:ecs.os-type == linux and attribute:ecs.cpu-architecture == ${processor}`;
const onWindows = onHosts("windows_server_2022_core-x86_64", "attribute:ecs.os-family == WINDOWS_SERVER_2022_CORE");
const addressed = {
  networkConfiguration: {
    subnets: ["private-a", "private-b"],
    securityGroups: ["${acme:service:BackgroundService$aws:ec2/securityGroup:SecurityGroup::mail-tasks.id}"],
    assignPublicIp: false,
  },
};

describe("Placement", () => {
  it.each<[System, LaunchType, NetworkMode | "default" | undefined, object]>([
    [linux, "FARGATE", "awsvpc", { ...onFargate, ...addressed }],
    [linux, "FARGATE", undefined, { ...onFargate, ...addressed }],
    [arm, "FARGATE", "awsvpc", { ...onFargate, ...addressed }],
    [windows, "FARGATE", "awsvpc", { ...onFargate, ...addressed }],
    [linux, "EC2", "awsvpc", { ...onHosts("linux-x86_64", onLinux("x86_64")), ...addressed }],
    [linux, "EC2", undefined, { ...onHosts("linux-x86_64", onLinux("x86_64")), ...addressed }],
    [linux, "EC2", "bridge", onHosts("linux-x86_64", onLinux("x86_64"))],
    [linux, "EC2", "default", onHosts("linux-x86_64", onLinux("x86_64"))],
    [arm, "EC2", "awsvpc", { ...onHosts("linux-arm64", onLinux("arm64")), ...addressed }],
    [windows, "EC2", "awsvpc", { ...onWindows, ...addressed }],
    [windows, "EC2", "default", onWindows],
    [
      full,
      "EC2",
      "awsvpc",
      {
        ...onHosts("windows_server_2019_full-x86_64", "attribute:ecs.os-family == WINDOWS_SERVER_2019_FULL"),
        ...addressed,
      },
    ],
  ])("of %j on %s in network mode %s", async (system, launchType, networkMode, placement) => {
    const hosts = hostsOf(system.operatingSystemFamily, system.cpuArchitecture);
    const task = hostTask({ ...system, launchType, networkMode });
    const inputs = serviceOf(await planBackground({ task, cluster: clusterOf(hosts) }));
    const keys = [...Object.keys(onWindows), "platformVersion", "networkConfiguration", "launchType"];
    expect(Object.fromEntries(Object.entries(inputs).filter(([key]) => keys.includes(key)))).toEqual(placement);
  });
});
