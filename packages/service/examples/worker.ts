import { BackgroundService } from "@acme/service";
import { TaskDefinition } from "@acme/task";

/** A worker on Fargate Spot, one task on demand at least. Ids stand for what other components give. */
export default async function () {
  const task = new TaskDefinition("worker", {
    cpu: 256,
    memoryMiB: 512,
    containers: [{ name: "worker", image: "mcr.microsoft.com/dotnet/samples:dotnetapp" }],
  });
  const worker = new BackgroundService("worker", {
    cluster: { clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/apps", clusterName: "apps" },
    task,
    vpcId: "vpc-0a1b2c3d",
    privateSubnetIds: ["subnet-1a", "subnet-1b"],
    desiredCount: 3,
    capacityProviderStrategies: [
      { capacityProvider: "FARGATE", weight: 1, base: 1 },
      { capacityProvider: "FARGATE_SPOT", weight: 3 },
    ],
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
  });
  return { serviceName: worker.serviceName };
}
