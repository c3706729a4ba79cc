import { judgeLogRetention, refusalText } from "@acme/rules";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ClusterArgs } from "./cluster-args.ts";
import { createClusterCapacity } from "./cluster-capacity.ts";
import type { ClusterReference } from "./cluster-reference.ts";
import { executeCommandConfiguration, executeCommandStatements } from "./execute-command.ts";
import type { HostCapacity } from "./host-capacity.ts";
import { allOnFargate, type CapacityProviderStrategyItem, strategyMistakes } from "./strategy.ts";

/**
 * A cluster for tasks on Fargate, Fargate Spot and hosts of its own, with metrics, storage under a customer's key, and
 * an encrypted audit log of what people do by ECS Exec.
 *
 * The cluster itself is free. Container Insights costs $0.07 a month for each metric, the log $0.50 for each GB
 * (https://aws.amazon.com/cloudwatch/pricing).
 */
export class Cluster extends pulumi.ComponentResource implements ClusterReference {
  /** Known once the cluster has its capacity providers: a service that came earlier would find none. */
  readonly clusterArn: pulumi.Output<string>;
  /** Known once the cluster has its capacity providers. */
  readonly clusterName: pulumi.Output<string>;
  /** Hosts of the cluster, as `hosts` made them. */
  readonly hosts: readonly HostCapacity[];
  /** What encrypts the ephemeral storage of tasks on Fargate; Windows tasks need `aws-owned`. */
  readonly fargateStorageKey: "customer" | "aws-owned";
  /** Where to read what people did by ECS Exec. */
  readonly executeCommandLogGroupName: pulumi.Output<string>;
  /** What the role of a task needs that people may enter by ECS Exec. */
  readonly executeCommandStatements: aws.iam.PolicyStatement[];

  constructor(name: string, args: ClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:cluster:Cluster", name, {}, opts);
    const { kmsKeyArn, executeCommandLogRetentionDays: retentionInDays = 365 } = args;
    const strategy = args.defaultCapacityProviderStrategy ?? allOnFargate;
    requireValid(this, name, strategy, retentionInDays);

    const logGroup = new aws.cloudwatch.LogGroup(
      `${name}-exec`,
      { retentionInDays, kmsKeyId: kmsKeyArn },
      { parent: this },
    );
    const cluster = new aws.ecs.Cluster(
      name,
      {
        settings: [{ name: "containerInsights", value: args.containerInsights ?? "enhanced" }],
        configuration: {
          executeCommandConfiguration: executeCommandConfiguration(logGroup, kmsKeyArn),
          managedStorageConfiguration: managedStorage(args),
        },
      },
      { parent: this },
    );
    this.hosts = args.hosts?.({ clusterArn: cluster.arn, clusterName: cluster.name }) ?? [];
    const providers = createClusterCapacity(this, name, { cluster, hosts: this.hosts, strategy });

    this.clusterArn = after(providers, cluster.arn);
    this.clusterName = after(providers, cluster.name);
    this.fargateStorageKey = args.fargateStorageKey ?? "customer";
    this.executeCommandLogGroupName = logGroup.name;
    this.executeCommandStatements = executeCommandStatements(logGroup.arn, kmsKeyArn);
    this.registerOutputs({
      clusterArn: this.clusterArn,
      clusterName: this.clusterName,
      executeCommandLogGroupName: this.executeCommandLogGroupName,
    });
  }
}

function requireValid(
  cluster: Cluster,
  name: string,
  strategy: CapacityProviderStrategyItem[],
  logRetentionDays: number,
): void {
  const retention = judgeLogRetention(logRetentionDays);
  const mistakes = [...strategyMistakes(strategy), ...(retention === undefined ? [] : [refusalText(retention)])];
  if (mistakes.length > 0) throw new pulumi.ResourceError(`Cluster "${name}": ${mistakes.join(" ")}`, cluster, true);
}

function managedStorage(args: ClusterArgs): aws.types.input.ecs.ClusterConfigurationManagedStorageConfiguration {
  if (args.fargateStorageKey === "aws-owned") return { kmsKeyId: args.kmsKeyArn };
  return { kmsKeyId: args.kmsKeyArn, fargateEphemeralStorageKmsKeyId: args.kmsKeyArn };
}

function after(first: aws.ecs.ClusterCapacityProviders, value: pulumi.Output<string>): pulumi.Output<string> {
  return pulumi.all([value, first.id]).apply(([known]) => known);
}
