import { ofType, only, type Plan, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";
import { scheduledTask } from "./scheduled-task-sample.ts";

const config = { "aws:region": "us-east-1" };
const plan = (args: Partial<ScheduledTaskArgs> = {}) => record(scheduledTask(args), { config });
const cluster = "arn:aws:ecs:us-east-1:123456789012:cluster/jobs";
const topic = "arn:aws:sns:us-east-1:123456789012:alarms";
const child = (type: string, name: string, property: string) =>
  `\${acme:scheduled-task:ScheduledTask$${type}::${name}.${property}}`;
const group = (property: string) => child("aws:scheduler/scheduleGroup:ScheduleGroup", "nightly", property);
const queue = (name: string, property: string) => child("aws:sqs/queue:Queue", name, property);
const rule = (name: string, property: string) => child("aws:cloudwatch/eventRule:EventRule", name, property);
const scheduleOf = (planned: Plan) => only(planned, "aws:scheduler/schedule:Schedule").inputs as Record<string, never>;
const json = (planned: Plan, type: string, property: string, name?: string) =>
  JSON.parse(String(only(planned, type, name).inputs[property]));

describe("ScheduledTask", () => {
  it("starts the pinned revision in private subnets, with its own group and the volumes' groups only", async () => {
    const { target, ...schedule } = scheduleOf(await plan());
    expect(schedule).toEqual({
      groupName: group("name"),
      description: "Runs sweep of nightly",
      scheduleExpression: "cron(0 3 * * ? *)",
      scheduleExpressionTimezone: "Europe/Berlin",
      flexibleTimeWindow: { mode: "OFF" },
      state: "ENABLED",
    });
    expect(target).toEqual({
      arn: cluster,
      roleArn: child("aws:iam/role:Role", "nightly", "arn"),
      retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
      deadLetterConfig: { arn: queue("nightly-dead-letters", "arn") },
      ecsParameters: {
        taskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/sweep:7",
        taskCount: 1,
        group: group("name"),
        capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
        networkConfiguration: {
          subnets: ["subnet-1", "subnet-2"],
          securityGroups: [child("aws:ec2/securityGroup:SecurityGroup", "nightly", "id"), "sg-files"],
          assignPublicIp: false,
        },
        enableEcsManagedTags: true,
        enableExecuteCommand: false,
        propagateTags: "TASK_DEFINITION",
      },
    });
  });

  it("takes each choice over", async () => {
    const schedule = scheduleOf(
      await plan({
        schedule: { rate: { value: 1, unit: "hours" } },
        flexibleWindowMinutes: 15,
        retryAttempts: 0,
        maximumEventAgeSeconds: 60,
        enabled: false,
        taskCount: 2,
        capacityProvider: "FARGATE_SPOT",
        command: ["sweep", "--all"],
        containerName: "log",
        propagateTags: false,
      }),
    );
    expect(schedule).toMatchObject({
      description: "Runs log of nightly: sweep --all",
      scheduleExpression: "rate(1 hour)",
      scheduleExpressionTimezone: "UTC",
      flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 15 },
      state: "DISABLED",
      target: {
        input: '{"containerOverrides":[{"name":"log","command":["sweep","--all"]}]}',
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
        ecsParameters: { taskCount: 2, capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }] },
      },
    });
    expect(schedule.target).not.toHaveProperty("ecsParameters.propagateTags");
  });

  it("describes a long command in the 512 characters that AWS takes", async () => {
    const command = (length: number) => ({ command: ["sh", "-c", `sweep\n  ${"x".repeat(length)}`] });
    const start = "Runs sweep of nightly: sh -c sweep ";
    const longest = 512 - start.length;
    expect(scheduleOf(await plan(command(longest))).description).toBe(start + "x".repeat(longest));
    expect(scheduleOf(await plan(command(longest + 1))).description).toBe(`${start}${"x".repeat(longest - 1)}…`);
  });

  it("lets tasks out over HTTPS only, and nobody in", async () => {
    const planned = await plan();
    expect(only(planned, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").inputs).toMatchObject({
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
    });
    expect(ofType(planned, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual([]);
    expect(Object.keys(only(planned, "aws:ec2/securityGroup:SecurityGroup").inputs)).toEqual(["description", "vpcId"]);
  });

  it.each([
    ["nightly-dead-letters", "nightly-failed"],
    ["nightly-completed", "nightly-completed"],
  ])("keeps %s encrypted for 14 days, and lets one rule send to it over TLS", async (name, sender) => {
    const planned = await plan();
    const { inputs } = only(planned, "aws:sqs/queue:Queue", name);
    expect(inputs).toEqual({ sqsManagedSseEnabled: true, messageRetentionSeconds: 1_209_600 });
    expect(json(planned, "aws:sqs/queuePolicy:QueuePolicy", "policy", name).Statement).toEqual([
      {
        Sid: "RefusePlainText",
        Effect: "Deny",
        Principal: "*",
        Action: "sqs:*",
        Resource: queue(name, "arn"),
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
      {
        Sid: "LetRuleSend",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: queue(name, "arn"),
        Condition: { ArnEquals: { "aws:SourceArn": rule(sender, "arn") } },
      },
    ]);
  });

  it("sends a sentence about each failed run to the topic, and keeps what cannot be sent", async () => {
    const planned = await plan();
    expect(only(planned, "aws:cloudwatch/eventTarget:EventTarget", "nightly-failed").inputs).toMatchObject({
      rule: rule("nightly-failed", "name"),
      arn: topic,
      deadLetterConfig: { arn: queue("nightly-dead-letters", "arn") },
      inputTransformer: {
        inputTemplate: expect.stringMatching(
          /^"nightly: a run failed at <time>: <reason> .* log group sweep-logs\..*"$/,
        ),
      },
    });
    expect(json(planned, "aws:cloudwatch/eventRule:EventRule", "eventPattern", "nightly-failed")).toEqual({
      source: ["aws.ecs"],
      "detail-type": ["ECS Task State Change"],
      detail: {
        clusterArn: [cluster],
        group: [group("name")],
        lastStatus: ["STOPPED"],
        $or: [
          { stopCode: [{ "anything-but": ["EssentialContainerExited"] }] },
          { containers: { name: ["sweep"], exitCode: [{ "anything-but": [0] }] } },
        ],
      },
    });
  });

  it("counts a run as completed when its job exits with 0 by itself", async () => {
    const planned = await plan();
    expect(json(planned, "aws:cloudwatch/eventRule:EventRule", "eventPattern", "nightly-completed").detail).toEqual({
      clusterArn: [cluster],
      group: [group("name")],
      lastStatus: ["STOPPED"],
      stopCode: ["EssentialContainerExited"],
      containers: { name: ["sweep"], exitCode: [0] },
    });
    expect(only(planned, "aws:cloudwatch/eventTarget:EventTarget", "nightly-completed").inputs).toEqual({
      rule: rule("nightly-completed", "name"),
      arn: queue("nightly-completed", "arn"),
    });
  });
});
