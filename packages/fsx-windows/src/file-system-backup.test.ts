import { describe, expect, it } from "vitest";
import { backupMistakes, backupSettings, type FileSystemBackupArgs } from "./file-system-backup.ts";

const times = { dailyBackupStartTime: "02:00", weeklyMaintenanceStartTime: "7:04:00" };
const reason = "it is a trial";

describe("backupSettings", () => {
  it.each<[FileSystemBackupArgs, object]>([
    [{}, { automaticBackupRetentionDays: 30, dailyAutomaticBackupStartTime: "02:00", skipFinalBackup: false }],
    [
      { backupRetentionDays: 7, withoutFinalBackup: { reason } },
      { automaticBackupRetentionDays: 7, dailyAutomaticBackupStartTime: "02:00", skipFinalBackup: true },
    ],
    [{ withoutBackup: { reason } }, { automaticBackupRetentionDays: 0, skipFinalBackup: true }],
    [
      { backupRetentionDays: 0, withoutBackup: { reason } },
      { automaticBackupRetentionDays: 0, skipFinalBackup: true },
    ],
  ])("of %j keep what they say", (args, settings) => {
    expect(backupMistakes(args)).toEqual([]);
    expect(backupSettings(args, times)).toEqual({ ...settings, copyTagsToBackups: true });
  });
});

describe("backupMistakes", () => {
  it.each<[FileSystemBackupArgs, string]>([
    [
      { backupRetentionDays: 0 },
      "backupRetentionDays is 0, with which nothing is backed up. Use 1–90, or say why in withoutBackup.",
    ],
    [
      { backupRetentionDays: 7, withoutBackup: { reason } },
      "backupRetentionDays is 7, and withoutBackup makes no backups. Leave one of them out.",
    ],
    [
      { withoutBackup: { reason }, withoutFinalBackup: { reason } },
      "withoutFinalBackup says nothing beside withoutBackup. Leave it out.",
    ],
    [{ withoutBackup: { reason: "" } }, "withoutBackup has no reason. Say why the files may be lost."],
    [
      { withoutFinalBackup: { reason: " " } },
      "withoutFinalBackup has no reason. Say why nothing is to be left of the files.",
    ],
  ])("refuses %j", (args, mistake) => {
    expect(backupMistakes(args)).toEqual([mistake]);
  });
});
