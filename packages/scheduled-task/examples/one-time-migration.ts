import { ScheduledTask } from "@acme/scheduled-task";
import { TaskDefinition } from "@acme/task";

/** Runs a migration once, in a quiet hour. */
export default async function () {
  const task = new TaskDefinition("migration", {
    cpu: 1024,
    memoryMiB: 2048,
    containers: [{ name: "migrate", image: "mcr.microsoft.com/dotnet/samples:aspnetapp" }],
  });

  new ScheduledTask("migration", {
    cluster: { clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/jobs", clusterName: "jobs" },
    task,
    vpcId: "vpc-0123456789abcdef0",
    subnetIds: ["subnet-0123456789abcdef0"],
    schedule: { at: "2027-01-31T03:00:00", timeZone: "America/New_York" },
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
  });
}
