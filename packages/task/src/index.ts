export type { ContainerArgs, ContainerHealthCheck, PortMapping, SecretSource, WritableDirectory } from "./container.ts";
export type { Mount } from "./mount.ts";
export { type ContainerPort, TaskDefinition } from "./task-definition.ts";
export type { TaskDefinitionArgs } from "./task-definition-args.ts";
