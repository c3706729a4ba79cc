import { Cluster, WindowsCapacity } from "@acme/cluster";
import { LoadBalancedService } from "@acme/service";
import { TaskDefinition } from "@acme/task";

const vpcId = "vpc-0a1b2c3d";
const privateSubnetIds = ["subnet-1a", "subnet-1b"];
const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** Microsoft's IIS sample on two to four Windows hosts. Ids stand for what other components give. */
export default async function () {
  const cluster = new Cluster("apps", {
    kmsKeyArn,
    hosts: (cluster) => [
      new WindowsCapacity("hosts", {
        cluster,
        vpcId,
        subnetIds: privateSubnetIds,
        instanceTypes: ["m6i.xlarge"],
        minimumHosts: 2,
        maximumHosts: 4,
        kmsKeyArn,
      }),
    ],
  });
  const task = new TaskDefinition("iis", {
    launchType: "EC2",
    operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
    containers: [
      {
        name: "web",
        image: "mcr.microsoft.com/dotnet/framework/samples:aspnetapp-windowsservercore-ltsc2022",
        cpu: 1024,
        memoryMiB: 2048,
        portMappings: [{ containerPort: 80 }],
      },
    ],
  });
  const iis = new LoadBalancedService("iis", {
    cluster,
    task,
    vpcId,
    publicSubnetIds: ["subnet-0a", "subnet-0b"],
    privateSubnetIds,
    domain: { name: "iis.example.com", zoneId: "Z0123456789" },
    healthCheck: { path: "/" },
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
  });
  return { url: iis.url };
}
