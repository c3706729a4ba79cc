import { ofType, only, type Plan, record } from "@acme/plan";
import * as aws from "@pulumi/aws";
import { describe, expect, it } from "vitest";
import { Cluster } from "./cluster.ts";
import type { ClusterArgs } from "./cluster-args.ts";
import type { CapacityProviderStrategyItem } from "./strategy.ts";

const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/main";
const config = { "aws:region": "us-east-1" };
const plan = (args: Partial<ClusterArgs> = {}) => record(() => new Cluster("main", { kmsKeyArn, ...args }), { config });
const cluster = (planned: Plan) => only(planned, "aws:ecs/cluster:Cluster");
const providers = (planned: Plan) => only(planned, "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
const logGroupName = "${acme:cluster:Cluster$aws:cloudwatch/logGroup:LogGroup::main-exec.name}";

describe("Cluster", () => {
  it("measures every container, logs every session and encrypts what it stores", async () => {
    expect(cluster(await plan()).inputs).toEqual({
      settings: [{ name: "containerInsights", value: "enhanced" }],
      configuration: {
        executeCommandConfiguration: {
          kmsKeyId: kmsKeyArn,
          logging: "OVERRIDE",
          logConfiguration: { cloudWatchLogGroupName: logGroupName, cloudWatchEncryptionEnabled: true },
        },
        managedStorageConfiguration: { kmsKeyId: kmsKeyArn, fargateEphemeralStorageKmsKeyId: kmsKeyArn },
      },
    });
  });

  it("keeps the encrypted audit log for a year", async () => {
    const logGroup = only(await plan(), "aws:cloudwatch/logGroup:LogGroup");
    expect(logGroup.inputs).toEqual({ retentionInDays: 365, kmsKeyId: kmsKeyArn });
  });

  it("keeps the audit log as long as it is told", async () => {
    const logGroup = only(await plan({ executeCommandLogRetentionDays: 731 }), "aws:cloudwatch/logGroup:LogGroup");
    expect(logGroup.inputs.retentionInDays).toBe(731);
  });

  it.each(["enabled", "disabled"] as const)("takes Container Insights %s", async (containerInsights) => {
    const planned = cluster(await plan({ containerInsights }));
    expect(planned.inputs.settings).toEqual([{ name: "containerInsights", value: containerInsights }]);
  });

  it("leaves the storage of Fargate to AWS's key where it is told", async () => {
    const { configuration } = cluster(await plan({ fargateStorageKey: "aws-owned" })).inputs;
    expect((configuration as Record<string, unknown>).managedStorageConfiguration).toEqual({ kmsKeyId: kmsKeyArn });
  });

  it.each([
    [undefined, "customer"],
    ["aws-owned", "aws-owned"],
  ] as const)("says what encrypts that storage, told %s", async (fargateStorageKey, said) => {
    const planned = await record(
      () => ({ said: new Cluster("main", { kmsKeyArn, fargateStorageKey }).fargateStorageKey }),
      { config },
    );
    expect(planned.outputs.said).toBe(said);
  });

  it("puts every task on Fargate", async () => {
    expect(providers(await plan()).inputs).toEqual({
      clusterName: "${acme:cluster:Cluster$aws:ecs/cluster:Cluster::main.name}",
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1, base: 1 }],
    });
  });

  it("puts tasks where the strategy says", async () => {
    const strategy: CapacityProviderStrategyItem[] = [
      { capacityProvider: "FARGATE", weight: 1, base: 2 },
      { capacityProvider: "FARGATE_SPOT", weight: 3 },
    ];
    const planned = providers(await plan({ defaultCapacityProviderStrategy: strategy }));
    expect(planned.inputs.defaultCapacityProviderStrategies).toEqual(strategy);
  });

  it("is known only once it has its capacity providers", async () => {
    const planned = await record(
      () => {
        const { clusterArn } = new Cluster("main", { kmsKeyArn });
        new aws.ecs.Service("api", { cluster: clusterArn });
      },
      { config },
    );
    const service = only(planned, "aws:ecs/service:Service");
    expect(service.inputs.cluster).toBe("${acme:cluster:Cluster$aws:ecs/cluster:Cluster::main.arn}");
    expect(service.dependencies).toContain(providers(planned).urn);
  });

  it("gives a task role what ECS Exec needs, and nothing on another log or key", async () => {
    const planned = await record(() => ({ statements: new Cluster("main", { kmsKeyArn }).executeCommandStatements }), {
      config,
    });
    const logGroupArn = logGroupName.replace(".name}", ".arn}");
    expect(planned.outputs.statements).toEqual([
      {
        Sid: "OpenExecuteCommandChannels",
        Effect: "Allow",
        Action: [
          "ssmmessages:CreateControlChannel",
          "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel",
          "ssmmessages:OpenDataChannel",
        ],
        Resource: "*",
      },
      { Sid: "FindExecuteCommandLog", Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: "*" },
      {
        Sid: "WriteExecuteCommandLog",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        Resource: `${logGroupArn}:*`,
      },
      { Sid: "DecryptExecuteCommandSession", Effect: "Allow", Action: ["kms:Decrypt"], Resource: kmsKeyArn },
    ]);
  });

  it("says all that is wrong with a strategy before it creates anything", async () => {
    const strategy: CapacityProviderStrategyItem[] = [
      { capacityProvider: "FARGATE_SPOT", weight: 1001, base: 1 },
      { capacityProvider: "FARGATE_SPOT", weight: 1, base: 1 },
    ];
    await expect(plan({ defaultCapacityProviderStrategy: strategy })).rejects.toThrow(
      'Cluster "main": Weight of a capacity provider: 1001 is not allowed. Use 0–1000; the nearest is 1000. The strategy lists FARGATE_SPOT twice. List each provider once. FARGATE_SPOT and FARGATE_SPOT each have a base. Leave base out for all but one.',
    );
  });

  it("refuses days that CloudWatch Logs has not for the audit log, beside what else is wrong", async () => {
    await expect(plan({ executeCommandLogRetentionDays: 100 })).rejects.toThrow(
      /^Cluster "main": 100 days is no retention that CloudWatch Logs has\. Use 90 or 120\.$/,
    );
    await expect(plan({ executeCommandLogRetentionDays: 0, defaultCapacityProviderStrategy: [] })).rejects.toThrow(
      /^Cluster "main": The strategy is empty\. List .*\. 0 days is no retention that CloudWatch Logs has\. Use 1\.$/,
    );
  });

  it("is the parent of all that it creates", async () => {
    const planned = await plan();
    const parents = planned.resources.filter((each) => !each.component).map((each) => each.parent);
    expect(parents).toEqual(Array(3).fill(ofType(planned, "acme:cluster:Cluster")[0]?.urn));
  });
});
