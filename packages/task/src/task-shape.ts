import type { Feature, TaskShape } from "@acme/rules";
import type { TaskDefinitionArgs } from "./task-definition-args.ts";
import { writableDirectories } from "./writable-directory.ts";

/** What the rules judge of a task. */
export function shapeOf(args: TaskDefinitionArgs): TaskShape {
  return {
    launchType: args.launchType ?? "FARGATE",
    operatingSystemFamily: args.operatingSystemFamily ?? "LINUX",
    cpuArchitecture: args.cpuArchitecture ?? "X86_64",
    cpu: args.cpu,
    memoryMiB: args.memoryMiB,
    ...(args.ephemeralStorageGiB !== undefined && { ephemeralStorageGiB: args.ephemeralStorageGiB }),
    volumes: (args.volumes ?? []).map((mount) => mount.kind),
    features: featuresOf(args),
    containers: args.containers.length,
    networkMode: "awsvpc",
  };
}

function featuresOf(args: TaskDefinitionArgs): Feature[] {
  const features: [Feature, boolean][] = [
    ["ecs-exec", args.executeCommand !== undefined],
    ["readonly-root-filesystem", args.containers.some((container) => container.writableRoot === undefined)],
    ["user", true],
    ["linux-parameters", true],
    ["tmpfs", args.containers.some((container) => writableDirectories(container).length > 0)],
    ["shell-health-check", args.containers.some(({ healthCheck }) => healthCheck?.command[0] === "CMD-SHELL")],
    ["image-without-shell", args.imageWithoutShell ?? false],
  ];
  return features.filter(([, used]) => used).map(([feature]) => feature);
}
