import type { TaskShape } from "@acme/rules";
import type { ContainerArgs } from "./container.ts";
import type { Mount } from "./mount.ts";
import type { TaskDefinitionArgs } from "./task-definition-args.ts";
import { writableDirectories } from "./writable-directory.ts";

/** What is wrong with the writable folders of Linux containers, which are mounts in memory. */
export function linuxMistakes({ containers, volumes = [] }: TaskDefinitionArgs, { reservation }: TaskShape): string[] {
  const memoryMiB = reservation?.memoryMiB ?? 0;
  const folders = containers.flatMap(writableDirectories).reduce((sum, { sizeMiB }) => sum + sizeMiB, 0);
  return [
    ...containers.flatMap((container) => folderMistakes(container, volumes)),
    ...(memoryMiB === 0 || folders < memoryMiB
      ? []
      : [`Writable folders take ${folders} of ${memoryMiB} MiB. Make them smaller or raise memoryMiB.`]),
  ];
}

/** Windows containers can always write to all of their file system, and have Windows paths. */
export function windowsMistakes({ containers, volumes = [] }: TaskDefinitionArgs): string[] {
  return [
    ...containers
      .filter(({ writableRoot }) => writableRoot !== undefined)
      .map(({ name }) => `"${name}" has writableRoot, and Windows containers always can write. Leave it out.`),
    ...volumes
      .filter(({ containerPath }) => !/^[a-zA-Z]:\\/.test(containerPath))
      .map(({ containerPath }) => `${containerPath} is no path in a Windows container. Use one such as C:\\data.`),
  ];
}

function folderMistakes(container: ContainerArgs, volumes: Mount[]): string[] {
  const mounted = new Set(volumes.map((mount) => mount.containerPath));
  return writableDirectories(container).flatMap(({ path, sizeMiB }) => {
    if (!path.startsWith("/"))
      return [`"${container.name}" writes to ${path}, which is no absolute path. Begin it with /.`];
    if (mounted.has(path)) return [`"${container.name}" writes to ${path}, where a volume is mounted. Leave it out.`];
    return sizeMiB > 0 ? [] : [`"${container.name}" writes to ${path} of ${sizeMiB} MiB. Give it a size.`];
  });
}
