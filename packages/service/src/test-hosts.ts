import type { HostCapacity } from "@acme/cluster";
import type { CpuArchitecture, HostTenant, OperatingSystemFamily, TaskShape } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import type { TaskReference } from "./task-reference.ts";
import { shape, task } from "./test-service.ts";

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
  return { clusterArn: "cluster-arn", clusterName: "apps", hosts };
}

/** A task for EC2 on Windows Server 2022 Core that keeps 1 vCPU and 2 GiB of its host, or another. */
export function hostTask(change: Partial<TaskShape> = {}): TaskReference {
  const windows: TaskShape = {
    ...shape,
    launchType: "EC2",
    operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
    networkMode: "awsvpc",
    reservation: { cpu: 1024, memoryMiB: 2048 },
  };
  return { ...task, shape: { ...windows, ...change } };
}
