export { ActiveDirectory } from "./active-directory.ts";
export type { ActiveDirectoryArgs } from "./active-directory-args.ts";
export type { AuditLogArgs } from "./audit-log.ts";
export type {
  DirectoryReference,
  ManagedDirectoryReference,
  SelfManagedDirectoryReference,
} from "./directory-reference.ts";
export { WindowsFileSystem } from "./windows-file-system.ts";
export type { WindowsFileSystemArgs } from "./windows-file-system-args.ts";
