import { only, type Plan, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";
import { scheduledTask } from "./scheduled-task-sample.ts";

const plan = (args: Partial<ScheduledTaskArgs> = {}) =>
  record(scheduledTask(args), { config: { "aws:region": "us-east-1" } });
const cluster = "arn:aws:ecs:us-east-1:123456789012:cluster/jobs";
const component = "acme:scheduled-task:ScheduledTask";
const group = (property: string) => `\${${component}$aws:scheduler/scheduleGroup:ScheduleGroup::nightly.${property}}`;
const queue = (name: string, property: string) => `\${${component}$aws:sqs/queue:Queue::${name}.${property}}`;
const json = (planned: Plan, type: string, property: string) =>
  JSON.parse(String(only(planned, type).inputs[property]));

describe("the role of a ScheduledTask", () => {
  it("may start this task in this cluster, and nothing else", async () => {
    expect(json(await plan(), "aws:iam/rolePolicy:RolePolicy", "policy").Statement).toEqual([
      {
        Sid: "RunTask",
        Effect: "Allow",
        Action: ["ecs:RunTask"],
        Resource: [
          "arn:aws:ecs:us-east-1:123456789012:task-definition/sweep",
          "arn:aws:ecs:us-east-1:123456789012:task-definition/sweep:*",
        ],
        Condition: { ArnEquals: { "ecs:cluster": cluster } },
      },
      {
        Sid: "PassRolesOfTask",
        Effect: "Allow",
        Action: ["iam:PassRole"],
        Resource: ["arn:aws:iam::123456789012:role/sweep-task", "arn:aws:iam::123456789012:role/sweep-execution"],
        Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      },
      {
        Sid: "TagTasks",
        Effect: "Allow",
        Action: ["ecs:TagResource"],
        Resource: ["arn:aws:ecs:us-east-1:${aws:index/getCallerIdentity:getCallerIdentity().accountId}:task/jobs/*"],
        Condition: { StringEquals: { "ecs:CreateAction": "RunTask" } },
      },
      {
        Sid: "KeepWhatFailed",
        Effect: "Allow",
        Action: ["sqs:SendMessage"],
        Resource: [queue("nightly-dead-letters", "arn")],
      },
    ]);
  });

  it("may tag tasks only where tags propagate", async () => {
    const { Statement } = json(await plan({ propagateTags: false }), "aws:iam/rolePolicy:RolePolicy", "policy");
    expect(Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual(["RunTask", "PassRolesOfTask", "KeepWhatFailed"]);
  });

  it("is assumed by the scheduler for its own schedule group only", async () => {
    expect(json(await plan(), "aws:iam/role:Role", "assumeRolePolicy").Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "scheduler.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${aws:index/getCallerIdentity:getCallerIdentity().accountId}" },
          ArnLike: { "aws:SourceArn": group("arn") },
        },
      },
    ]);
  });
});
