import { api } from "./evidence.ts";
import type { LimitRow } from "./limit.ts";

/** Bounds of EFS file systems and their access points. */
export const fileSystemLimits = {
  "efs-posix-id": {
    what: "user or group id of an access point",
    unit: "",
    minimum: 0,
    maximum: 4294967295,
    ...api("efs PosixUser"),
  },
  "efs-secondary-groups": {
    what: "secondary groups of an access point",
    unit: "",
    maximum: 16,
    ...api("efs PosixUser.SecondaryGids"),
  },
  "efs-path-length": {
    what: "length of an access point's path",
    unit: "characters",
    minimum: 1,
    maximum: 100,
    ...api("efs RootDirectory.Path"),
  },
  "efs-path-depth": {
    what: "folders in an access point's path",
    unit: "",
    maximum: 4,
    ...api("efs RootDirectory.Path"),
  },
  "efs-provisioned-throughput": {
    what: "provisioned throughput",
    unit: "MiB/s",
    minimum: 1,
    maximum: 3414,
    step: 0.1,
    ...api("efs CreateFileSystemRequest.ProvisionedThroughputInMibps"),
  },
} satisfies Record<string, LimitRow>;
