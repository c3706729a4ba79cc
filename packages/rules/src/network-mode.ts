import { api, type Evidence, guide } from "./evidence.ts";
import { error, type Refusal } from "./refusal.ts";
import { type NetworkMode, type Platform, platformNames } from "./types.ts";
import { either } from "./words.ts";

/** Network modes of one platform. */
export interface NetworkModeRow extends Evidence {
  /** The platform that the row answers for. */
  platform: Platform;
  /** Modes that a task definition may name. */
  modes: readonly NetworkMode[];
  /** What a task definition without a mode gets. */
  whenOmitted: string;
}

/** What each platform takes as `networkMode`. */
export const networkModes: readonly NetworkModeRow[] = [
  { platform: "fargate-linux", modes: ["awsvpc"], whenOmitted: "refused", ...guide("fargate-tasks-services") },
  { platform: "fargate-windows", modes: ["awsvpc"], whenOmitted: "refused", ...guide("fargate-tasks-services") },
  {
    platform: "ec2-linux",
    modes: ["awsvpc", "bridge", "host", "none"],
    whenOmitted: "bridge",
    ...api("ecs RegisterTaskDefinitionRequest.networkMode"),
  },
  {
    platform: "ec2-windows",
    modes: ["awsvpc"],
    whenOmitted: "Windows NAT",
    ...api("ecs RegisterTaskDefinitionRequest.networkMode"),
  },
  {
    platform: "managed-instances-linux",
    modes: ["awsvpc", "host"],
    whenOmitted: "awsvpc",
    ...guide("task_definition_parameters-managed-instances"),
  },
];

/** Refuses a network mode that the platform does not take; `default` stands for a task definition that names none. */
export function judgeNetworkMode(mode: NetworkMode | "default", platform: Platform): Refusal | undefined {
  const row = networkModes.find((candidate) => candidate.platform === platform) as NetworkModeRow;
  if (mode === "default" ? row.whenOmitted !== "refused" : row.modes.includes(mode)) return undefined;
  const omitted = platform === "ec2-windows" ? `, or leave it out for ${row.whenOmitted}` : "";
  return error(
    "network-mode",
    `Network mode ${mode} does not work on ${platformNames[platform]}`,
    `Use ${either(row.modes)}${omitted}`,
  );
}
