import { isWindows, type TaskShape } from "@acme/rules";
import { type Input, interpolate, type Output } from "@pulumi/pulumi";
import { canonical } from "./canonical.ts";
import type { ContainerArgs, SecretSource } from "./container.ts";
import type { Mount } from "./mount.ts";
import { writableDirectories } from "./writable-directory.ts";

/** Where a container's standard output goes. */
export interface LogDestination {
  logGroupName: Input<string>;
  region: Input<string>;
}

/** One container as the ECS API takes it. */
export type ContainerDefinition = Record<string, unknown>;

/** Lets the host choose: tasks that share its interface would take each other's ports. */
const ANY_PORT = 0;

const APP_USER = "1654:1654";

/** The container definitions of a task, in the form that the ECS API gives back. */
export function containerDefinitions(
  containers: ContainerArgs[],
  mounts: Mount[],
  logs: LogDestination,
  { operatingSystemFamily, networkMode }: TaskShape,
): ContainerDefinition[] {
  const hostPort = networkMode === "default" ? ANY_PORT : undefined;
  return canonical(
    containers.map((container) => ({
      ...definition(container, mounts, logs),
      ...(!isWindows(operatingSystemFamily) && linuxOnly(container)),
      portMappings: (container.portMappings ?? []).map((mapping) => ({ ...mapping, hostPort })),
    })),
  );
}

function definition(args: ContainerArgs, mounts: Mount[], logs: LogDestination): ContainerDefinition {
  return {
    name: args.name,
    image: args.image,
    essential: args.essential ?? true,
    command: args.command,
    entryPoint: args.entryPoint,
    cpu: args.cpu,
    memory: args.memoryMiB,
    environment: pairs(args.environment ?? {}, "value"),
    secrets: pairs(mapValues(args.secrets ?? {}, valueFrom), "valueFrom"),
    healthCheck: healthCheck(args),
    dependsOn: Object.entries(args.dependsOn ?? {}).map(([containerName, condition]) => ({ containerName, condition })),
    mountPoints: mounts.map(({ name, containerPath, readOnly = false }) => ({
      sourceVolume: name,
      containerPath,
      readOnly,
    })),
    stopTimeout: args.stopTimeoutSeconds ?? 30,
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": logs.logGroupName,
        "awslogs-region": logs.region,
        "awslogs-stream-prefix": args.name,
        // A full buffer drops lines; blocking would stop the application instead.
        mode: "non-blocking",
        "max-buffer-size": "25m",
      },
    },
  };
}

/** What ECS takes for Linux containers alone: who runs, and where it can write. */
function linuxOnly(args: ContainerArgs): ContainerDefinition {
  const readonly = args.writableRoot === undefined;
  return {
    user: args.user ?? APP_USER,
    readonlyRootFilesystem: readonly,
    environment: pairs({ ...(readonly && READONLY_ENVIRONMENT), ...args.environment }, "value"),
    linuxParameters: {
      initProcessEnabled: true,
      tmpfs: writableDirectories(args).map(({ path, sizeMiB }) => ({
        containerPath: path,
        size: sizeMiB,
        mountOptions: ["nodev", "nosuid"],
      })),
    },
  };
}

/** .NET writes its diagnostics pipe at start and fails where it cannot (dotnet/runtime#86259). */
const READONLY_ENVIRONMENT = { DOTNET_EnableDiagnostics: "0" };

function pairs(values: Record<string, unknown>, key: "value" | "valueFrom"): Record<string, unknown>[] {
  return Object.entries(values).map(([name, value]) => ({ name, [key]: value }));
}

function mapValues<A, B>(values: Record<string, A>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}

function healthCheck({ healthCheck: check }: ContainerArgs): Record<string, unknown> | undefined {
  if (check === undefined) return undefined;
  return {
    command: check.command,
    interval: check.intervalSeconds ?? 30,
    timeout: check.timeoutSeconds ?? 5,
    retries: check.retries ?? 3,
    startPeriod: check.startPeriodSeconds,
  };
}

function valueFrom(source: SecretSource): Input<string> {
  if ("parameterArn" in source) return source.parameterArn;
  return source.jsonKey === undefined ? source.secretArn : secretKey(source.secretArn, source.jsonKey);
}

/** `<arn>:<json key>:<version stage>:<version id>`, the last two left to their defaults. */
function secretKey(secretArn: Input<string>, jsonKey: string): Output<string> {
  return interpolate`${secretArn}:${jsonKey}::`;
}
