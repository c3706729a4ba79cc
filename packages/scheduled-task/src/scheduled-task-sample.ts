import * as pulumi from "@pulumi/pulumi";
import { ScheduledTask } from "./scheduled-task.ts";
import type { SchedulableTask, ScheduledTaskArgs } from "./scheduled-task-args.ts";

const familyArn = "arn:aws:ecs:us-east-1:123456789012:task-definition/sweep";

/** A task definition of two containers and one volume, for tests. */
export const task: SchedulableTask = {
  taskDefinitionArn: pulumi.output(`${familyArn}:7`),
  familyArn: pulumi.output(familyArn),
  taskRoleArn: pulumi.output("arn:aws:iam::123456789012:role/sweep-task"),
  executionRoleArn: pulumi.output("arn:aws:iam::123456789012:role/sweep-execution"),
  logGroupName: pulumi.output("sweep-logs"),
  clientSecurityGroupIds: ["sg-files"],
  containerNames: ["sweep", "log"],
  executeCommand: false,
  shape: {
    launchType: "FARGATE",
    operatingSystemFamily: "LINUX",
    cpuArchitecture: "X86_64",
    cpu: 256,
    memoryMiB: 512,
    volumes: ["efs"],
    features: [],
    containers: 2,
    networkMode: "awsvpc",
  },
};

/** A program with one scheduled task, for tests. */
export function scheduledTask(args: Partial<ScheduledTaskArgs> = {}, name = "nightly"): () => void {
  return () => {
    new ScheduledTask(name, {
      cluster: { clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/jobs", clusterName: "jobs" },
      task,
      vpcId: "vpc-1",
      subnetIds: ["subnet-1", "subnet-2"],
      schedule: { cron: "0 3 * * ? *", timeZone: "Europe/Berlin" },
      alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
      ...args,
    });
  };
}
