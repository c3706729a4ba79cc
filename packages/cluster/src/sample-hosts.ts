import type { CpuArchitecture, HostTenant, OperatingSystemFamily } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import type { HostCapacity } from "./host-capacity.ts";

/** Hosts of any size, that remember who took room on them: for tests of what is placed on hosts. */
export interface SampleHosts extends HostCapacity {
  readonly tenants: HostTenant[];
}

/** Hosts of a system, behind a capacity provider of the same name in small letters. */
export function hostsOf(
  operatingSystemFamily: OperatingSystemFamily,
  cpuArchitecture: CpuArchitecture = "X86_64",
): SampleHosts {
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
