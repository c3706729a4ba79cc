import type { Feature, TaskShape } from "@acme/rules";
import { reservationOf } from "./container-size.ts";
import type { TaskDefinitionArgs } from "./task-definition-args.ts";
import { runsOnWindows } from "./task-system.ts";
import { writableDirectories } from "./writable-directory.ts";

/** What the rules judge of a task. */
export function shapeOf(args: TaskDefinitionArgs): TaskShape {
  return {
    launchType: args.launchType ?? "FARGATE",
    operatingSystemFamily: args.operatingSystemFamily ?? "LINUX",
    cpuArchitecture: args.cpuArchitecture ?? "X86_64",
    ...(args.cpu !== undefined && { cpu: args.cpu }),
    ...(args.memoryMiB !== undefined && { memoryMiB: args.memoryMiB }),
    reservation: reservationOf(args),
    ...(args.ephemeralStorageGiB !== undefined && { ephemeralStorageGiB: args.ephemeralStorageGiB }),
    volumes: (args.volumes ?? []).map((mount) => mount.kind),
    features: featuresOf(args),
    containers: args.containers.length,
    networkMode: args.networkMode ?? "awsvpc",
  };
}

function featuresOf(args: TaskDefinitionArgs): Feature[] {
  const linux = !runsOnWindows(args);
  const features: [Feature, boolean][] = [
    ["ecs-exec", args.executeCommand !== undefined],
    ["readonly-root-filesystem", linux && args.containers.some((container) => container.writableRoot === undefined)],
    ["user", linux || args.containers.some((container) => container.user !== undefined)],
    ["linux-parameters", linux],
    [
      "tmpfs",
      args.containers.some(
        (container) =>
          (linux || container.writableDirectories !== undefined) && writableDirectories(container).length > 0,
      ),
    ],
    ["shell-health-check", args.containers.some(({ healthCheck }) => healthCheck?.command[0] === "CMD-SHELL")],
    ["image-without-shell", args.imageWithoutShell ?? false],
  ];
  return features.filter(([, used]) => used).map(([feature]) => feature);
}
