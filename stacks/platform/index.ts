import { ActiveDirectory } from "@acme/fsx-windows";
import { EncryptionKey } from "@acme/kms";
import { Network } from "@acme/network";
import { config } from "./config.ts";
import type { PlatformOutputs } from "./contract.ts";

export default async function (): Promise<PlatformOutputs> {
  const { network, directory, disposable } = config();
  const isDisposable = disposable !== undefined;
  const protect = !isDisposable;

  const net = new Network("net", network, { protect });
  const { vpcId, publicSubnetIds, privateSubnetIds } = net;
  const outputs = { availabilityZones: network.availabilityZones, vpcId, publicSubnetIds, privateSubnetIds };
  if (directory.kind === "none") return outputs;

  const { nameResolution, ...kind } = directory;
  const key = new EncryptionKey(
    "secrets",
    { description: "Secret of the directory's administrator", deletionWindowDays: isDisposable ? 7 : 30 },
    { protect },
  );
  const ad = new ActiveDirectory(
    "directory",
    {
      vpcId,
      subnetIds: privateSubnetIds,
      kmsKeyArn: key.keyArn,
      directory: kind,
      nameResolution,
      secretRecoveryWindowDays: isDisposable ? 0 : 30,
    },
    { protect },
  );

  return {
    ...outputs,
    directory: {
      ...ad.directory,
      administratorSecret: ad.administratorSecretArn && { secretArn: ad.administratorSecretArn, kmsKeyArn: key.keyArn },
    },
  };
}
