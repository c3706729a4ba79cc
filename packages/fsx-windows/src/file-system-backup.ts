import { judgeLimit, type Refusal } from "@acme/rules";
import type * as aws from "@pulumi/aws";
import type { FileSystemTimeArgs } from "./file-system-times.ts";

/** What becomes of the files when something goes wrong. */
export interface FileSystemBackupArgs {
  /**
   * Days that each daily backup is kept, 1–90. They are deleted with the file system
   * (https://docs.aws.amazon.com/fsx/latest/WindowsGuide/using-backups.html).
   *
   * @default 30
   */
  backupRetentionDays?: number;
  /**
   * Makes no backup when the file system is deleted or replaced: its files and its daily backups are gone then. For an
   * environment that is to leave nothing behind. An `up` must have applied it before `destroy`.
   *
   * @default - a last backup is made, which is kept and paid until someone deletes it
   */
  withoutFinalBackup?: { reason: string };
  /**
   * Makes no backups at all, neither daily nor at the end.
   *
   * @default - daily backups and a last one
   */
  withoutBackup?: { reason: string };
}

/** The part of the file system that says when and how long it is backed up. */
export function backupSettings(
  { backupRetentionDays = 30, withoutFinalBackup, withoutBackup }: FileSystemBackupArgs,
  { dailyBackupStartTime }: Required<FileSystemTimeArgs>,
): Partial<aws.fsx.WindowsFileSystemArgs> {
  return {
    automaticBackupRetentionDays: withoutBackup ? 0 : backupRetentionDays,
    ...(!withoutBackup && { dailyAutomaticBackupStartTime: dailyBackupStartTime }),
    copyTagsToBackups: true,
    skipFinalBackup: withoutBackup !== undefined || withoutFinalBackup !== undefined,
  };
}

/** Refuses a retention that FSx does not have. */
export function judgeBackup({ backupRetentionDays = 30 }: FileSystemBackupArgs): Refusal | undefined {
  return judgeLimit("fsx-windows-backup-retention", backupRetentionDays);
}

/** What contradicts itself about the backups, each with what to do. */
export function backupMistakes(args: FileSystemBackupArgs): string[] {
  const { backupRetentionDays, withoutFinalBackup, withoutBackup } = args;
  const mistakes: string[] = [];
  if (backupRetentionDays === 0 && withoutBackup === undefined) {
    mistakes.push("backupRetentionDays is 0, with which nothing is backed up. Use 1–90, or say why in withoutBackup.");
  }
  if (withoutBackup !== undefined && (backupRetentionDays ?? 0) > 0) {
    const problem = `backupRetentionDays is ${backupRetentionDays}, and withoutBackup makes no backups`;
    mistakes.push(`${problem}. Leave one of them out.`);
  }
  if (withoutBackup !== undefined && withoutFinalBackup !== undefined) {
    mistakes.push("withoutFinalBackup says nothing beside withoutBackup. Leave it out.");
  }
  if (withoutBackup?.reason.trim() === "") {
    mistakes.push("withoutBackup has no reason. Say why the files may be lost.");
  }
  if (withoutFinalBackup?.reason.trim() === "") {
    mistakes.push("withoutFinalBackup has no reason. Say why nothing is to be left of the files.");
  }
  return mistakes;
}
