import type { AlarmTopic } from "@acme/alarms";
import type { WindowsFileSystemArgs } from "@acme/fsx-windows";
import type { EncryptionKey } from "@acme/kms";
import * as pulumi from "@pulumi/pulumi";
import type { Config } from "./config.ts";
import type { PlatformWithDirectory } from "./directory.ts";

interface Parts {
  config: Config;
  shared: PlatformWithDirectory;
  key: EncryptionKey;
  alarms: AlarmTopic;
}

/** The files that tasks share, in the directory of the environment. */
export function iisAppFiles({ config, shared, key, alarms }: Parts): WindowsFileSystemArgs {
  const { mountAsAdministrator, ...settings } = config.files;
  return {
    vpcId: shared.vpcId,
    subnetIds: shared.privateSubnetIds,
    directory: shared.directory,
    kmsKeyArn: key.keyArn,
    auditLog: { retentionDays: config.logRetentionDays, kmsKeyArn: key.keyArn },
    alarmTopicArn: alarms.topicArn,
    withoutFinalBackup: settings.withoutBackup === undefined ? config.disposable : undefined,
    ...settings,
    ...(mountAsAdministrator && {
      mountAsAdministrator: { ...mountAsAdministrator, ...administratorOf(shared) },
    }),
  };
}

function administratorOf({ directory }: PlatformWithDirectory) {
  if (directory.administratorSecret !== undefined) return directory.administratorSecret;
  throw new pulumi.RunError(
    `Pulumi.${pulumi.getStack()}.yaml: windows-iis:files.mountAsAdministrator: the platform did not create its directory, ` +
      "and has no secret of its administrator. Name a service account in files.mountSecret.",
  );
}
