import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { HostCapacity } from "./host-capacity.ts";
import type { CapacityProviderStrategyItem } from "./strategy.ts";

/** What a cluster has to run tasks on. */
export interface ClusterCapacityArgs {
  cluster: aws.ecs.Cluster;
  hosts: readonly HostCapacity[];
  strategy: CapacityProviderStrategyItem[];
}

/**
 * Gives the cluster Fargate and its hosts, in the one resource that AWS has for it.
 *
 * The order in which things come, and go in reverse, is: cluster, launch template, Auto Scaling group, capacity
 * provider, this association, services. AWS deletes no provider while a cluster has it, and no cluster while hosts are
 * in it; with the cluster behind the group, as providers written into the cluster would have it, destruction never ends
 * (https://github.com/aws/containers-roadmap/issues/631).
 */
export function createClusterCapacity(
  parent: pulumi.Resource,
  name: string,
  { cluster, hosts, strategy }: ClusterCapacityArgs,
): aws.ecs.ClusterCapacityProviders {
  requireFewHosts(parent, name, hosts);
  return new aws.ecs.ClusterCapacityProviders(
    name,
    {
      clusterName: cluster.name,
      capacityProviders: ["FARGATE", "FARGATE_SPOT", ...hosts.map((each) => each.capacityProviderName)],
      defaultCapacityProviderStrategies: strategy,
    },
    { parent },
  );
}

/**
 * A cluster has up to 20 capacity providers (https://docs.aws.amazon.com/general/latest/gr/ecs-service.html), two of
 * them Fargate's.
 */
function requireFewHosts(cluster: pulumi.Resource, name: string, hosts: readonly HostCapacity[]): void {
  if (new Set(hosts).size < hosts.length) {
    const message = `Cluster "${name}": hosts returns the same hosts twice. Return each once.`;
    throw new pulumi.ResourceError(message, cluster, true);
  }
  if (hosts.length <= 18) return;
  const message = `Cluster "${name}": ${hosts.length} kinds of hosts are more than the 18 that a cluster takes. Merge some of them.`;
  throw new pulumi.ResourceError(message, cluster, true);
}
