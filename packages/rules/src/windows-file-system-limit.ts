import { api } from "./evidence.ts";
import type { LimitRow } from "./limit.ts";

const storage = { unit: "GiB", maximum: 65536, ...api("fsx CreateFileSystemRequest.StorageCapacity") };

/** Bounds of FSx for Windows file systems. */
export const windowsFileSystemLimits = {
  "fsx-windows-ssd-storage": { what: "SSD storage of an FSx for Windows file system", minimum: 32, ...storage },
  "fsx-windows-hdd-storage": { what: "HDD storage of an FSx for Windows file system", minimum: 2000, ...storage },
  "fsx-windows-backup-retention": {
    what: "retention of daily backups",
    unit: "days",
    minimum: 0,
    maximum: 90,
    default: 30,
    ...api("fsx CreateFileSystemWindowsConfiguration.AutomaticBackupRetentionDays"),
  },
  "fsx-windows-aliases": {
    what: "DNS aliases of an FSx for Windows file system",
    unit: "",
    maximum: 50,
    ...api("fsx CreateFileSystemWindowsConfiguration.Aliases"),
  },
} satisfies Record<string, LimitRow>;
