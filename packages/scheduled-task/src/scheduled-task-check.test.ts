import { record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";
import { scheduledTask, task } from "./scheduled-task-sample.ts";

const shape = (change: object) => ({ task: { ...task, shape: { ...task.shape, ...change } } });

describe("ScheduledTask", () => {
  it.each<[Partial<ScheduledTaskArgs>, string]>([
    [
      { schedule: { cron: "0 3 * * *" } },
      'The cron expression "0 3 * * *" has five fields, as Unix has them; AWS has six, the last is the year. Write "0 3 * * ? *".',
    ],
    [
      { flexibleWindowMinutes: 1441 },
      "Flexible window of a schedule: 1441 min is not allowed. Use 1–1440 min; the nearest is 1440.",
    ],
    [{ retryAttempts: 186 }, "Retry attempts of a schedule: 186 is not allowed. Use 0–185; the nearest is 185."],
    [
      { maximumEventAgeSeconds: 59 },
      "Maximum event age of a schedule: 59s is not allowed. Use 60–86400s; the nearest is 60.",
    ],
    [{ longestRunMinutes: 0 }, "The longest run of 0 minutes is no whole number from 1 on. Use one, 60 for most."],
    [{ longestRunMinutes: 1.5 }, "The longest run of 1.5 minutes is no whole number from 1 on. Use one, 60 for most."],
    [{ taskCount: 11 }, "Tasks per run of a schedule: 11 is not allowed. Use 1–10; the nearest is 10."],
    [{ subnetIds: [] }, "Subnets of a scheduled task: 0 is not allowed. Use 1–16; the nearest is 1."],
    [
      { task: { ...task, clientSecurityGroupIds: ["a", "b", "c", "d", "e"] } },
      "Security groups of a scheduled task: 6 is not allowed. Use 1–5; the nearest is 5.",
    ],
    [
      shape({ launchType: "MANAGED_INSTANCES" }),
      "The task is made for MANAGED_INSTANCES, and schedules run on Fargate and EC2. Use a task for one of them.",
    ],
    [
      { ...shape({ launchType: "EC2" }), capacityProvider: "FARGATE" },
      "A task for EC2 does not run on FARGATE. Leave capacityProvider out, or name hosts.",
    ],
    [{ capacityProvider: "hosts" }, "A task for FARGATE does not run on hosts. Use FARGATE or FARGATE_SPOT."],
    [
      { ...shape({ launchType: "EC2", networkMode: "bridge" }), capacityProvider: "hosts" },
      "The task must wear a security group to reach its storage, and has none in network mode bridge. Use awsvpc.",
    ],
    [
      shape({ volumes: ["ebs"] }),
      "The task has an EBS volume, which EventBridge Scheduler cannot configure. Use EFS or a bind volume.",
    ],
    [
      { ...shape({ operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" }), capacityProvider: "FARGATE_SPOT" },
      "Fargate Spot does not run WINDOWS_SERVER_2022_CORE. Use FARGATE.",
    ],
    [
      {
        ...shape({ operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" }),
        cluster: { clusterArn: "arn", clusterName: "apps", fargateStorageKey: "customer" },
      },
      "The cluster encrypts the storage of tasks on Fargate with a customer's key, which Windows tasks cannot use. Set its fargateStorageKey to aws-owned.",
    ],
    [{ containerName: "job" }, 'The task has no container "job". Use sweep or log.'],
    [{ command: [] }, "The command is empty. Leave it out for the task definition's own."],
    [
      { taskCount: 0, command: [] },
      "Tasks per run of a schedule: 0 is not allowed. Use 1–10; the nearest is 1. The command is empty. Leave it out for the task definition's own.",
    ],
  ])("refuses what AWS would: case %#", async (change, message) => {
    const refused = await record(scheduledTask(change)).then(
      () => "accepted",
      (error: Error) => error.message,
    );
    expect(refused).toBe(`ScheduledTask "nightly": ${message}`);
  });

  it("refuses a name from which AWS would not take those of its children", async () => {
    await expect(record(scheduledTask({}, "nightly_sweep"))).rejects.toThrow(
      'ScheduledTask "nightly_sweep": The name "nightly_sweep" is not a letter and then up to 45 letters, digits and hyphens. Use "nightly-sweep".',
    );
  });
});
