import type * as pulumi from "@pulumi/pulumi";
import type { ClusterReference } from "./cluster-reference.ts";
import type { HostCapacity } from "./host-capacity.ts";
import type { CapacityProviderStrategyItem } from "./strategy.ts";

/** What a cluster encrypts with, measures and keeps, and where its tasks go. */
export interface ClusterArgs {
  /**
   * Single-Region customer managed key for what the cluster stores: the audit log of ECS Exec and its sessions, EBS
   * volumes that ECS makes for tasks, and the ephemeral storage of tasks on Fargate. Its policy must let CloudWatch
   * Logs and Fargate use it. An alias is no substitute for the key's ARN. Another key takes effect for new deployments
   * only (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html).
   */
  kmsKeyArn: pulumi.Input<string>;
  /**
   * What encrypts the ephemeral storage of tasks on Fargate: the key of `kmsKeyArn`, or one that AWS owns, in its own
   * account and out of your audit. Windows tasks on Fargate need `aws-owned`: they cannot use a customer's key
   * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html).
   *
   * @default "customer"
   */
  fargateStorageKey?: "customer" | "aws-owned";
  /**
   * Metrics of Container Insights: `enhanced` down to the container, `enabled` down to the service, or none. Without
   * them Security Hub reports ECS.12, and nobody sees a service run out of memory before it does.
   *
   * @default "enhanced", $0.07 a month for each metric
   */
  containerInsights?: "enhanced" | "enabled" | "disabled";
  /**
   * Makes the hosts for tasks of launch type EC2: `WindowsCapacity` or `LinuxCapacity`, one for each kind of host, at
   * most 18. It is called once, with the cluster before it has its capacity providers; whoever needs the cluster for
   * anything else takes the `Cluster` itself.
   *
   * @default - none: Fargate alone
   */
  hosts?: (cluster: ClusterReference) => HostCapacity[];
  /**
   * Where tasks go whose service names no strategy and no launch type. Always Fargate: a strategy does not mix Fargate
   * with hosts, and a task for hosts names them or is placed by its operating system.
   *
   * @default - all on FARGATE, with a base and a weight of 1
   */
  defaultCapacityProviderStrategy?: CapacityProviderStrategyItem[];
  /**
   * Days that the audit log keeps what people did by ECS Exec: one of those that CloudWatch Logs has, from 1 to 3653
   * (`logRetentions` of @acme/rules).
   *
   * @default 365
   */
  executeCommandLogRetentionDays?: number;
}
