import type { Cluster } from "@acme/cluster";
import type { WindowsFileSystem } from "@acme/fsx-windows";
import type { EncryptionKey } from "@acme/kms";
import type { TaskDefinitionArgs } from "@acme/task";
import type { Config } from "./config.ts";
import type { iisAppImage } from "./image.ts";

interface Parts {
  config: Config;
  image: ReturnType<typeof iisAppImage>;
  cluster: Cluster;
  files: WindowsFileSystem;
  key: EncryptionKey;
}

/** What runs: IIS with its files under C:\data. The clean-up is the same image with another command. */
export function iisAppTask({ config, image, cluster, files, key }: Parts): TaskDefinitionArgs {
  const { cpu, memoryMiB, operatingSystemFamily, executeCommand } = config.service;
  return {
    launchType: "EC2",
    operatingSystemFamily,
    containers: [
      {
        name: "web",
        image: image.uri,
        cpu,
        memoryMiB,
        portMappings: [{ containerPort: 80 }],
        environment: { Files__Directory: "C:\\data", Site__Environment: config.environment },
      },
    ],
    volumes: [files.at("C:\\data")],
    executionRoleStatements: image.pullStatements,
    executeCommand: executeCommand && { statements: cluster.executeCommandStatements },
    logRetentionDays: config.logRetentionDays,
    logKmsKeyArn: key.keyArn,
  };
}
