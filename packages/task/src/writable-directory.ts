import type { ContainerArgs, WritableDirectory } from "./container.ts";

/** A container's writable folders. There is none where its whole file system is writable. */
export function writableDirectories(container: ContainerArgs): Required<WritableDirectory>[] {
  if (container.writableRoot !== undefined) return [];
  const directories = container.writableDirectories ?? [{ path: "/tmp" }];
  return directories.map(({ path, sizeMiB = 64 }) => ({ path, sizeMiB }));
}
