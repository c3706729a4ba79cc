export type { AccessPointArgs } from "./access-point.ts";
export { SharedFileSystem } from "./shared-file-system.ts";
export type { SharedFileSystemArgs } from "./shared-file-system-args.ts";
export type { StorageLifecycle, TransitionDays } from "./storage-lifecycle.ts";
