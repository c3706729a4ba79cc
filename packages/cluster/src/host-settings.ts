import type { HostGroup } from "@acme/rules";
import type { AgentSettings } from "./agent-settings.ts";
import type { HostArgs } from "./host-args.ts";

/** What is taken where an argument is left out, different for each operating system. */
export interface HostDefaults {
  rootVolumeGiB: number;
  instanceWarmupSeconds: number;
  reservedMemoryMiB: number;
}

/** Arguments of hosts with every default in place, but for the image. */
export type HostSettings = HostArgs & Required<Pick<HostArgs, OptionalSetting>>;

type OptionalSetting =
  | keyof HostDefaults
  | "clientSecurityGroupIds"
  | "targetCapacityPercent"
  | "spotPercent"
  | "taskCleanupSeconds"
  | "agent"
  | "tags"
  | "ruleOverrides";

/** The arguments with the defaults in place of what is left out. */
export function hostSettings(args: HostArgs, defaults: HostDefaults): HostSettings {
  return {
    ...args,
    clientSecurityGroupIds: args.clientSecurityGroupIds ?? [],
    rootVolumeGiB: args.rootVolumeGiB ?? defaults.rootVolumeGiB,
    targetCapacityPercent: args.targetCapacityPercent ?? 100,
    spotPercent: args.spotPercent ?? 0,
    instanceWarmupSeconds: args.instanceWarmupSeconds ?? defaults.instanceWarmupSeconds,
    reservedMemoryMiB: args.reservedMemoryMiB ?? defaults.reservedMemoryMiB,
    taskCleanupSeconds: args.taskCleanupSeconds ?? 600,
    agent: args.agent ?? {},
    tags: args.tags ?? {},
    ruleOverrides: args.ruleOverrides ?? [],
  };
}

/** The hosts as the rules of AWS see them. */
export function hostGroup(
  kind: Pick<HostGroup, "operatingSystemFamily" | "cpuArchitecture" | "eniTrunking">,
  settings: HostSettings,
): HostGroup {
  const { instanceTypes, maximumHosts, reservedMemoryMiB, taskCleanupSeconds } = settings;
  return { ...kind, instanceTypes, maximumHosts, reservedMemoryMiB, taskCleanupSeconds };
}

/** The hosts as their agent is told of them. */
export function agentSettings(settings: HostSettings): AgentSettings {
  const { cluster, taskCleanupSeconds, reservedMemoryMiB, warmPool, spotPercent, agent } = settings;
  return {
    clusterName: cluster.clusterName,
    taskCleanupSeconds,
    reservedMemoryMiB,
    warmPool: warmPool !== undefined,
    spotDraining: spotPercent > 0,
    ...agent,
  };
}
