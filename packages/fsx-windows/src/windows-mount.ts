import type { Mount } from "@acme/task";
import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { MountAccount } from "./windows-mount-account.ts";

/** Which part of a file system a task sees, and what it may do there. */
export interface MountOptions {
  /**
   * Share of the file system. Each has `share`; others are made by PowerShell, for FSx has no API for them.
   *
   * @default "share"
   */
  share?: string;
  /**
   * Folder of the share, such as `orders\incoming`. It must be there before the task starts: nothing makes it, and the
   * mount fails.
   *
   * @default - the whole share
   */
  directory?: string;
  /**
   * Whether the container only reads. It limits the container alone: what the account of the mount may do stands on the
   * folders.
   *
   * @default false
   */
  readOnly?: boolean;
}

/** A file system as its mounts know it. */
export interface MountedFileSystem {
  name: string;
  fileSystemId: pulumi.Input<string>;
  /** Domain of the account. */
  domainName: pulumi.Input<string>;
  account: MountAccount;
}

/**
 * The file system as a volume. The ECS agent mounts it on the host, with the task's execution role: the task itself needs
 * no security group and no permission.
 */
export function windowsMount(
  { name, fileSystemId, domainName, account }: MountedFileSystem,
  containerPath: string,
  { share = "share", directory, readOnly = false }: MountOptions = {},
): Mount {
  const rootDirectory = directory === undefined ? share : `${share}\\${directory}`;
  return {
    kind: "fsx-windows",
    name: volumeName(name, rootDirectory),
    containerPath,
    readOnly,
    volume: {
      fsxWindowsFileServerVolumeConfiguration: {
        fileSystemId,
        rootDirectory,
        authorizationConfig: { credentialsParameter: account.secretArn, domain: domainName },
      },
    },
    executionRoleStatements: mountStatements(account),
  };
}

/** One file system can give several volumes, and those of a task need names of their own. */
function volumeName(name: string, rootDirectory: string): string {
  if (rootDirectory === "share") return name;
  return `${name}-${rootDirectory.replace(/[^a-zA-Z0-9_-]+/g, "-")}`.slice(0, 255);
}

/**
 * What the agent does with the execution role (aws/amazon-ecs-agent, agent/taskresource/fsxwindowsfileserver).
 * DescribeFileSystems lists: IAM cannot narrow it to one file system
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonfsx.html).
 */
function mountStatements({ secretArn, kmsKeyArn }: MountAccount): aws.iam.PolicyStatement[] {
  const allow = (action: string, resource: pulumi.Input<string>): aws.iam.PolicyStatement => ({
    Effect: "Allow",
    Action: [action],
    Resource: resource,
  });
  return [
    allow("secretsmanager:GetSecretValue", secretArn),
    ...(kmsKeyArn === undefined ? [] : [allow("kms:Decrypt", kmsKeyArn)]),
    allow("fsx:DescribeFileSystems", "*"),
  ];
}
