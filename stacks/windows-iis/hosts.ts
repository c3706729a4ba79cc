import type { ClusterReference, WindowsCapacityArgs } from "@acme/cluster";
import type { WindowsFileSystem } from "@acme/fsx-windows";
import type { EncryptionKey } from "@acme/kms";
import * as pulumi from "@pulumi/pulumi";
import type { Config } from "./config.ts";
import type { PlatformWithDirectory } from "./directory.ts";

interface Parts {
  cluster: ClusterReference;
  config: Config;
  shared: PlatformWithDirectory;
  files: WindowsFileSystem;
  key: EncryptionKey;
}

/** The Windows servers: members of the directory, since they mount the files for their tasks. */
export function iisAppHosts({ cluster, config, shared, files, key }: Parts): WindowsCapacityArgs {
  return {
    cluster,
    vpcId: shared.vpcId,
    subnetIds: shared.privateSubnetIds,
    kmsKeyArn: key.keyArn,
    operatingSystemFamily: config.service.operatingSystemFamily,
    domainJoin: shared.directory,
    clientSecurityGroupIds: [files.clientSecurityGroupId],
    tags: { project: pulumi.getProject(), environment: config.environment },
    ...config.hosts,
  };
}
