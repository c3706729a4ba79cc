import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** All that an NFS client can ask of IAM (https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html). */
const CLIENT_ACTIONS = [
  "elasticfilesystem:ClientMount",
  "elasticfilesystem:ClientRootAccess",
  "elasticfilesystem:ClientWrite",
];

/**
 * The walls around a file system, which no IAM policy of the account can open: TLS, the one access point, a mount target,
 * and never as root.
 *
 * It allows nobody. EFS lets a client in where either this policy or the client's own allows it, so an allowance here
 * would also let in clients without an identity, and would let a task write that is only to read. With denials alone each
 * task role must say itself what it may do. Of the condition keys of IAM, EFS enforces for clients the three that stand
 * here and `aws:SourceIp`; keys of the VPC or the account do nothing.
 */
export function fileSystemPolicyStatements(
  fileSystemArn: pulumi.Input<string>,
  accessPointArn: pulumi.Input<string>,
): aws.iam.PolicyStatement[] {
  const deny = (Sid: string, Condition: Record<string, unknown>): aws.iam.PolicyStatement => ({
    Sid,
    Effect: "Deny",
    Principal: { AWS: "*" },
    Action: CLIENT_ACTIONS,
    Resource: fileSystemArn,
    Condition,
  });
  return [
    deny("DenyWithoutTls", { Bool: { "aws:SecureTransport": "false" } }),
    deny("DenyOutsideTheAccessPoint", { StringNotEquals: { "elasticfilesystem:AccessPointArn": accessPointArn } }),
    deny("DenyOutsideMountTargets", { BoolIfExists: { "elasticfilesystem:AccessedViaMountTarget": "false" } }),
    {
      Sid: "DenyRoot",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: ["elasticfilesystem:ClientRootAccess"],
      Resource: fileSystemArn,
    },
  ];
}

/** What a task role needs to mount through the access point, and to write unless the mount is read-only. */
export function mountStatement(
  fileSystemArn: pulumi.Input<string>,
  accessPointArn: pulumi.Input<string>,
  readOnly: boolean,
): aws.iam.PolicyStatement {
  return {
    Effect: "Allow",
    Action: ["elasticfilesystem:ClientMount", ...(readOnly ? [] : ["elasticfilesystem:ClientWrite"])],
    Resource: fileSystemArn,
    Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": accessPointArn } },
  };
}
