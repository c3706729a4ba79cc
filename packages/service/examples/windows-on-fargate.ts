import { LoadBalancedService } from "@acme/service";
import { TaskDefinition } from "@acme/task";

/** Microsoft's IIS sample on Windows Server 2022, without hosts of our own. Ids stand for what other components give. */
export default async function () {
  const task = new TaskDefinition("iis", {
    operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
    cpu: 1024,
    memoryMiB: 2048,
    containers: [
      {
        name: "web",
        image: "mcr.microsoft.com/dotnet/framework/samples:aspnetapp-windowsservercore-ltsc2022",
        portMappings: [{ containerPort: 80 }],
      },
    ],
  });
  const iis = new LoadBalancedService("iis", {
    cluster: { clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/apps", clusterName: "apps" },
    task,
    vpcId: "vpc-0a1b2c3d",
    publicSubnetIds: ["subnet-0a", "subnet-0b"],
    privateSubnetIds: ["subnet-1a", "subnet-1b"],
    domain: { name: "iis-on-fargate.example.com", zoneId: "Z0123456789" },
    healthCheck: { path: "/" },
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
  });
  return { url: iis.url };
}
