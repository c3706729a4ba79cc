import { LoadBalancedService } from "@acme/service";
import { TaskDefinition } from "@acme/task";

/** Microsoft's sample under a name, in two zones, with two to ten tasks. Ids stand for what other components give. */
export default async function () {
  const task = new TaskDefinition("web", {
    cpu: 256,
    memoryMiB: 512,
    containers: [
      {
        name: "web",
        image: "mcr.microsoft.com/dotnet/samples:aspnetapp",
        portMappings: [{ containerPort: 8080 }],
      },
    ],
  });
  const web = new LoadBalancedService("web", {
    cluster: { clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/apps", clusterName: "apps" },
    task,
    vpcId: "vpc-0a1b2c3d",
    publicSubnetIds: ["subnet-0a", "subnet-0b"],
    privateSubnetIds: ["subnet-1a", "subnet-1b"],
    domain: { name: "files.example.com", zoneId: "Z0123456789" },
    autoscaling: {
      minimumTasks: 2,
      maximumTasks: 10,
      cpuPercent: 60,
      requestsPerTaskPerMinute: 1000,
      schedule: [
        { name: "day", cron: "0 7 ? * MON-FRI *", timeZone: "Europe/Berlin", minimumTasks: 4, maximumTasks: 10 },
        { name: "night", cron: "0 20 * * ? *", timeZone: "Europe/Berlin", minimumTasks: 2, maximumTasks: 4 },
      ],
    },
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
  });
  return { url: web.url, dashboardName: web.dashboardName };
}
