import type { ContainerArgs } from "./container.ts";

/** An empty volume of the task that one container writes to. */
export interface WritableVolume {
  name: string;
  path: string;
}

/** The volumes behind a container's writable folders. There is none where its whole file system is writable. */
export function writableVolumes(container: ContainerArgs): WritableVolume[] {
  if (container.writableRoot !== undefined) return [];
  return (container.writableDirectories ?? ["/tmp"]).map((path) => ({
    name: `${container.name}${path.replaceAll("/", "-")}`,
    path,
  }));
}
