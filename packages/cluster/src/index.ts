export { Cluster } from "./cluster.ts";
export type { ClusterArgs } from "./cluster-args.ts";
export type { ClusterReference } from "./cluster-reference.ts";
export type { CapacityProvider, CapacityProviderStrategyItem } from "./strategy.ts";
