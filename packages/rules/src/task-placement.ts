import type { TaskShape } from "./task.ts";
import { isWindows } from "./types.ts";

/** Whether each task has a network interface of its own, with security groups: in network mode awsvpc alone. */
export function hasOwnAddress({ networkMode = "awsvpc" }: TaskShape): boolean {
  return networkMode === "awsvpc";
}

/**
 * Keeps tasks off hosts of another kind in the same cluster, by attributes that ECS gives to each host
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html).
 */
export function hostConstraint({ operatingSystemFamily, cpuArchitecture }: TaskShape): {
  type: "memberOf";
  expression: string;
} {
  const linux = `attribute:ecs.os-type == linux and attribute:ecs.cpu-architecture == ${cpuArchitecture.toLowerCase()}`;
  const windows = `attribute:ecs.os-family == ${operatingSystemFamily}`;
  return { type: "memberOf", expression: isWindows(operatingSystemFamily) ? windows : linux };
}

/**
 * Where tasks go among hosts: zones first, as zone rebalancing asks; then hosts, so that one that is lost takes the fewest
 * tasks along, and so that drive letters, which ECS does not count, are used evenly. Its price: hosts become empty late, and
 * only empty ones are ended when there are too many.
 */
export function spreadOverHosts(): { type: "spread"; field: string }[] {
  return [
    { type: "spread", field: "attribute:ecs.availability-zone" },
    { type: "spread", field: "instanceId" },
  ];
}
