import type { Cluster } from "@acme/cluster";
import type { SharedFileSystem } from "@acme/efs";
import type { EncryptionKey } from "@acme/kms";
import type { TaskDefinitionArgs } from "@acme/task";
import type { Config } from "./config.ts";
import type { webApiImage } from "./image.ts";

interface Parts {
  config: Config;
  image: ReturnType<typeof webApiImage>;
  cluster: Cluster;
  files: SharedFileSystem;
  key: EncryptionKey;
}

/** What runs: the web API with its files under /data. The clean-up is the same image with another command. */
export function webApiTask({ config, image, cluster, files, key }: Parts): TaskDefinitionArgs {
  const { cpu, memoryMiB, cpuArchitecture, executeCommand } = config.service;
  return {
    cpu,
    memoryMiB,
    cpuArchitecture,
    containers: [
      {
        name: "web",
        image: image.uri,
        portMappings: [{ containerPort: 8080 }],
        environment: { Files__Directory: "/data", Site__Environment: config.environment },
        writableRoot: executeCommand,
      },
    ],
    volumes: [files.at("/data")],
    executionRoleStatements: image.pullStatements,
    executeCommand: executeCommand && { statements: cluster.executeCommandStatements },
    imageWithoutShell: !image.isSample,
    logRetentionDays: config.logRetentionDays,
    logKmsKeyArn: key.keyArn,
  };
}
