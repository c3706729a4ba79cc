import { Network } from "@acme/network";
import { config } from "./config.ts";
import type { PlatformOutputs } from "./contract.ts";

export default async function (): Promise<PlatformOutputs> {
  const { network, disposable } = config();

  const net = new Network("net", network, { protect: disposable === undefined });

  return {
    availabilityZones: network.availabilityZones,
    vpcId: net.vpcId,
    publicSubnetIds: net.publicSubnetIds,
    privateSubnetIds: net.privateSubnetIds,
  };
}
