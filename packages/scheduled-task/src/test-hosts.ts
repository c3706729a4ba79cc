import type { HostCapacity } from "@acme/cluster";
import type { CpuArchitecture, HostTenant, OperatingSystemFamily, TaskShape } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import type { SchedulableTask } from "./scheduled-task-args.ts";
import { task } from "./scheduled-task-sample.ts";

/** Hosts of any size, that remember who took room on them. */
export interface TestHosts extends HostCapacity {
  readonly tenants: HostTenant[];
}

/** Hosts of a system, behind a capacity provider of the same name in small letters. */
export function hostsOf(
  operatingSystemFamily: OperatingSystemFamily,
  cpuArchitecture: CpuArchitecture = "X86_64",
): TestHosts {
  const tenants: HostTenant[] = [];
  return {
    capacityProviderName: pulumi.output(`${operatingSystemFamily}-${cpuArchitecture}`.toLowerCase()),
    taskSecurityGroupIds: [],
    group: {
      operatingSystemFamily,
      cpuArchitecture,
      instanceTypes: ["m6i.xlarge"],
      maximumHosts: 4,
      reservedMemoryMiB: 2048,
      taskCleanupSeconds: 600,
      eniTrunking: false,
    },
    tenants,
    take: (tenant) => void tenants.push(tenant),
  };
}

/** An existing cluster with these hosts. */
export function clusterOf(...hosts: HostCapacity[]) {
  return { clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/jobs", clusterName: "jobs", hosts };
}

/** A task for EC2 on Windows Server 2022 Core that keeps 1 vCPU and 2 GiB of its host, or another. */
export function hostTask(change: Partial<TaskShape> = {}): SchedulableTask {
  const windows: TaskShape = {
    ...task.shape,
    launchType: "EC2",
    operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
    volumes: ["fsx-windows"],
    reservation: { cpu: 1024, memoryMiB: 2048 },
  };
  return { ...task, clientSecurityGroupIds: [], shape: { ...windows, ...change } };
}
