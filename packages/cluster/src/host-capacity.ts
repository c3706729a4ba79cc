import type { HostGroup, HostTenant, TaskShape } from "@acme/rules";
import type * as pulumi from "@pulumi/pulumi";
import type { ClusterReference } from "./cluster-reference.ts";

/** Hosts behind a capacity provider of a cluster: a `WindowsCapacity` or a `LinuxCapacity`. */
export interface HostCapacity {
  /** Name of the capacity provider, as a strategy names it. */
  readonly capacityProviderName: pulumi.Output<string>;
  /**
   * Worn by the tasks in network mode awsvpc, beside their own groups: what they need to ask the name servers that they
   * get from their host. Empty where these are the VPC's.
   */
  readonly taskSecurityGroupIds: readonly pulumi.Output<string>[];
  /** What the rules of AWS need to know of the hosts. */
  readonly group: HostGroup;
  /**
   * Takes room on the hosts for a service or a schedule, beside all that took some before it, and says how much there
   * is.
   *
   * @throws {pulumi.ResourceError} where not all of it fits the largest number of hosts: which limit stands against it,
   * and which instance type would do.
   */
  take(tenant: HostTenant, resource: pulumi.Resource): void;
}

/** Hosts of the cluster that can run the task: of its operating system, to the edition, and of its processor. */
export function hostsFor({ hosts = [] }: ClusterReference, task: TaskShape): HostCapacity[] {
  return hosts.filter(({ group }) => systemOf(group) === systemOf(task));
}

/**
 * What leaves a task for EC2 without the one group of hosts that it would go to.
 *
 * @param argument The argument by which the caller can name a capacity provider.
 */
export function hostChoiceMistakes(cluster: ClusterReference, task: TaskShape, argument: string): string[] {
  const found = hostsFor(cluster, task).length;
  const wanted = systemOf(task);
  if (found === 1) return [];
  if (found > 1) {
    return [
      `The cluster has ${found} groups of hosts for ${wanted}. Name the capacityProviderName of one in ${argument}.`,
    ];
  }
  const others = [...new Set((cluster.hosts ?? []).map(({ group }) => systemOf(group)))];
  const has = others.length === 0 ? "the cluster has no hosts" : `the cluster has hosts for ${others.join(" and ")}`;
  return [
    `The task needs hosts for ${wanted}; ${has}. Add some to the cluster, change the task's operatingSystemFamily and cpuArchitecture, or name a capacity provider in ${argument}.`,
  ];
}

/** What hosts are named by their own capacity provider, and cannot run the task. */
export function foreignHosts({ hosts = [] }: ClusterReference, task: TaskShape, providers: unknown[]): HostCapacity[] {
  const named = hosts.filter(({ capacityProviderName }) => providers.includes(capacityProviderName));
  return named.filter(({ group }) => systemOf(group) !== systemOf(task));
}

/** Operating system and processor, as a message names them. */
export function systemOf({ operatingSystemFamily, cpuArchitecture }: TaskShape | HostGroup): string {
  return `${operatingSystemFamily} ${cpuArchitecture}`;
}
