import { isWindows, type TaskShape } from "@acme/rules";
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
  /**
   * What encrypts the ephemeral storage of tasks on Fargate; Windows tasks need `aws-owned`.
   *
   * @default - not known, and not judged
   */
  fargateStorageKey?: "customer" | "aws-owned";
}

/**
 * Windows tasks on Fargate cannot start in a cluster that encrypts their storage with a customer's key
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html).
 */
export function fargateStorageMistakes(cluster: ClusterReference, task: TaskShape): string[] {
  if (task.launchType !== "FARGATE" || !isWindows(task.operatingSystemFamily)) return [];
  if (cluster.fargateStorageKey !== "customer") return [];
  return [
    "The cluster encrypts the storage of tasks on Fargate with a customer's key, which Windows tasks cannot use. Set its fargateStorageKey to aws-owned.",
  ];
}
