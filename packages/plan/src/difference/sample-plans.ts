import type { Plan, PlannedResource } from "../plan.ts";

/** A plan of a few fields, for tests. */
export function planOf(resources: PlannedResource[], fields: Partial<Plan> = {}): Plan {
  return { project: "shop", environment: "prod", provider: {}, resources, outputs: {}, messages: [], ...fields };
}

/** A resource below the stack, for tests. */
export function resourceOf(type: string, name: string, fields: Partial<PlannedResource> = {}): PlannedResource {
  const chain = fields.parent === undefined ? "" : `${fields.parent.slice(0, fields.parent.indexOf("::"))}$`;
  return { urn: `${chain}${type}::${name}`, type, name, inputs: {}, dependencies: [], options: {}, ...fields };
}

export const BUCKET = "aws:s3/bucket:Bucket";
export const FILE_SYSTEM = "aws:efs/fileSystem:FileSystem";
export const MOUNT_TARGET = "aws:efs/mountTarget:MountTarget";
export const QUEUE = "aws:sqs/queue:Queue";
export const SERVICE = "aws:ecs/service:Service";
export const TASK = "aws:ecs/taskDefinition:TaskDefinition";
