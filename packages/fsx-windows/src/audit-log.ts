import { judgeLogRetention, type Refusal } from "@acme/rules";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Attempts that a file system logs (botocore 1.43.107 fsx WindowsAccessAuditLogLevel, without DISABLED). */
const levels = ["SUCCESS_ONLY", "FAILURE_ONLY", "SUCCESS_AND_FAILURE"] as const;

/** Attempts that are logged. */
export type AuditLevel = (typeof levels)[number];

/**
 * Who accessed what, in CloudWatch Logs: 0.50 USD for a GB that comes in, and 0.03 for a GB and month
 * (https://aws.amazon.com/cloudwatch/pricing). `FAILURE_ONLY` for both costs next to nothing; none at all is no choice.
 */
export interface AuditLogArgs {
  /**
   * Attempts on files and folders. Logged, and paid for, is only what has an audit entry (SACL): an administrator sets them
   * on the folders that matter
   * (https://docs.aws.amazon.com/fsx/latest/WindowsGuide/file-access-auditing.html).
   *
   * @default "SUCCESS_AND_FAILURE"
   */
  fileAccess?: AuditLevel;
  /**
   * Attempts on shares. Successes are as many as a busy application makes, and are paid by the GB.
   *
   * @default "FAILURE_ONLY"
   */
  shareAccess?: AuditLevel;
  /**
   * Days that events are kept, a retention that CloudWatch Logs has (`logRetentions` of @acme/rules).
   *
   * @default 365
   */
  retentionDays?: number;
  /**
   * Customer key of the log group, which CloudWatch Logs must be allowed to use.
   *
   * @default - CloudWatch's own encryption
   */
  kmsKeyArn?: pulumi.Input<string>;
}

/** Creates the log group. FSx writes only to one whose name begins with `/aws/fsx`, so that it has a physical name. */
export function createAuditLogGroup(
  parent: pulumi.Resource,
  name: string,
  { retentionDays = 365, kmsKeyArn }: AuditLogArgs = {},
): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(
    `${name}-audit`,
    {
      name: `/aws/fsx/${pulumi.getProject()}-${pulumi.getStack()}-${name}`,
      retentionInDays: retentionDays,
      kmsKeyId: kmsKeyArn,
    },
    { parent, protect: false },
  );
}

/** The part of the file system that writes to the log group. */
export function auditLogConfiguration(
  { fileAccess = "SUCCESS_AND_FAILURE", shareAccess = "FAILURE_ONLY" }: AuditLogArgs = {},
  logGroup: aws.cloudwatch.LogGroup,
): aws.types.input.fsx.WindowsFileSystemAuditLogConfiguration {
  return {
    fileAccessAuditLogLevel: fileAccess,
    fileShareAccessAuditLogLevel: shareAccess,
    auditLogDestination: logGroup.arn,
  };
}

/** Refuses a retention that CloudWatch Logs does not have. */
export function judgeAuditLog({ retentionDays = 365 }: AuditLogArgs = {}): Refusal | undefined {
  return judgeLogRetention(retentionDays);
}

/** What is wrong with the levels, each with what to do. */
export function auditLogMistakes({ fileAccess, shareAccess }: AuditLogArgs = {}): string[] {
  return Object.entries({ fileAccess, shareAccess })
    .filter(([, level]) => level !== undefined && !levels.includes(level))
    .map(([argument, level]) => `auditLog.${argument} "${level}" is not known. Use ${levels.join(", ")}.`);
}
