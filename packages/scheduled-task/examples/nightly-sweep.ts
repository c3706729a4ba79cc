import { ScheduledTask } from "@acme/scheduled-task";
import { TaskDefinition } from "@acme/task";

/** Removes old files at three in the morning, Berlin time, within half an hour, on Spot capacity. */
export default async function () {
  const task = new TaskDefinition("sweep", {
    cpu: 256,
    memoryMiB: 512,
    containers: [{ name: "sweep", image: "mcr.microsoft.com/dotnet/samples:aspnetapp" }],
  });

  const sweep = new ScheduledTask("sweep", {
    cluster: { clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/jobs", clusterName: "jobs" },
    task,
    command: ["sweep", "--older-than-days", "30"],
    vpcId: "vpc-0123456789abcdef0",
    subnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
    schedule: { cron: "0 3 * * ? *", timeZone: "Europe/Berlin" },
    flexibleWindowMinutes: 30,
    capacityProvider: "FARGATE_SPOT",
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
  });

  return { deadLetterQueueUrl: sweep.deadLetterQueueUrl };
}
