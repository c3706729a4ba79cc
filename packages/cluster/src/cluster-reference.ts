import type * as pulumi from "@pulumi/pulumi";

/** The cluster that a service or a task runs in: a `Cluster`, or an existing one by its names. */
export interface ClusterReference {
  clusterArn: pulumi.Input<string>;
  clusterName: pulumi.Input<string>;
}
