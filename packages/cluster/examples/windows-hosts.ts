import { Cluster, WindowsCapacity } from "@acme/cluster";
import { EncryptionKey } from "@acme/kms";

/** Windows Server 2022 in two zones, joined to a managed directory. Ids stand for what other components give. */
export default async function () {
  const key = new EncryptionKey("cluster", {
    description: "Hosts, storage and audit log of the cluster",
    usedBy: ["cloudwatch-logs", "fargate-storage", "ebs-auto-scaling"],
  });

  const cluster = new Cluster("main", {
    kmsKeyArn: key.keyArn,
    hosts: (cluster) => [
      new WindowsCapacity("windows", {
        cluster,
        vpcId: "vpc-0123456789abcdef0",
        subnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
        instanceTypes: ["m6i.xlarge", "m5.xlarge"],
        minimumHosts: 2,
        maximumHosts: 4,
        kmsKeyArn: key.keyArn,
        domainJoin: {
          domainName: "corp.example.com",
          directoryId: "d-1234567890",
          clientSecurityGroupId: "sg-0123456789abcdef0",
        },
        clientSecurityGroupIds: ["sg-0123456789abcdef1"],
      }),
    ],
  });
  return { clusterArn: cluster.clusterArn, capacityProviders: cluster.hosts.map((each) => each.capacityProviderName) };
}
