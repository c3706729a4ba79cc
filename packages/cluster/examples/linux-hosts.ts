import { Cluster, LinuxCapacity } from "@acme/cluster";
import { EncryptionKey } from "@acme/kms";

/** Graviton hosts in two zones, half of them on Spot, none while there is no task. Ids stand for what other components give. */
export default async function () {
  const key = new EncryptionKey("cluster", {
    description: "Hosts, storage and audit log of the cluster",
    usedBy: ["cloudwatch-logs", "fargate-storage", "ebs-auto-scaling"],
  });

  const cluster = new Cluster("main", {
    kmsKeyArn: key.keyArn,
    hosts: (cluster) => [
      new LinuxCapacity("linux", {
        cluster,
        vpcId: "vpc-0123456789abcdef0",
        subnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
        cpuArchitecture: "ARM64",
        instanceTypes: ["m6g.large", "m7g.large"],
        minimumHosts: 0,
        maximumHosts: 6,
        spotPercent: 50,
        kmsKeyArn: key.keyArn,
      }),
    ],
  });
  return { clusterArn: cluster.clusterArn, capacityProviders: cluster.hosts.map((each) => each.capacityProviderName) };
}
