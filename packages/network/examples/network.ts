import { Network } from "@acme/network";

/** Two zones behind one NAT gateway: the smallest network that a service can run in. */
export default async function () {
  const network = new Network("net", {
    availabilityZones: ["us-east-1a", "us-east-1b"],
    cidrBlock: "10.0.0.0/16",
    natGateways: "single",
  });
  const { vpcId, publicSubnetIds, privateSubnetIds } = network;
  return { vpcId, publicSubnetIds, privateSubnetIds };
}
