import { Cluster } from "@acme/cluster";
import { EncryptionKey } from "@acme/kms";

/** A cluster where one task in four runs on demand and the others on Spot, after the first. */
export default async function () {
  const key = new EncryptionKey("cluster", {
    description: "Storage and audit log of the cluster",
    usedBy: ["cloudwatch-logs", "fargate-storage"],
  });

  const cluster = new Cluster("main", {
    kmsKeyArn: key.keyArn,
    defaultCapacityProviderStrategy: [
      { capacityProvider: "FARGATE", base: 1, weight: 1 },
      { capacityProvider: "FARGATE_SPOT", weight: 3 },
    ],
  });
  const { clusterArn, clusterName, executeCommandLogGroupName } = cluster;
  return { clusterArn, clusterName, executeCommandLogGroupName };
}
