import type * as pulumi from "@pulumi/pulumi";
import type { HostCapacity } from "./host-capacity.ts";

/** The cluster that a service or a task runs in: a `Cluster`, or an existing one by its names. */
export interface ClusterReference {
  clusterArn: pulumi.Input<string>;
  clusterName: pulumi.Input<string>;
  /**
   * Hosts of the cluster, for tasks of launch type EC2.
   *
   * @default [] - it has Fargate alone
   */
  hosts?: readonly HostCapacity[];
}
