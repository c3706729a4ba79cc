import { type Evidence, guide } from "./evidence.ts";
import { type Feature, featureNames } from "./feature-names.ts";
import { error, type Refusal } from "./refusal.ts";
import type { NetworkMode, OperatingSystemFamily } from "./types.ts";
import { type VolumeKind, volumeNames } from "./volume-support.ts";

/** What one Windows Server family lacks although EC2 Windows has it. */
export interface FamilyLimitRow extends Evidence {
  /** The family that the row is about. */
  family: OperatingSystemFamily;
  /** What is missing, by the rule that would allow it. */
  lacks: { feature: Feature } | { volume: VolumeKind } | { networkMode: NetworkMode };
  /** What to use instead, as a sentence without its full stop. */
  alternative: string;
}

const use2022 = "Use WINDOWS_SERVER_2022_CORE";
const exec = { lacks: { feature: "ecs-exec" }, ...guide("ecs-exec") } as const;

/** Families that fall short of their platform; the guide's list for ECS Exec ends at Windows Server 2022. */
export const familyLimits: readonly FamilyLimitRow[] = [
  {
    family: "WINDOWS_SERVER_2016_FULL",
    lacks: { networkMode: "awsvpc" },
    alternative: `${use2022}, or leave networkMode out`,
    ...guide("task-networking-awsvpc"),
  },
  {
    family: "WINDOWS_SERVER_2016_FULL",
    lacks: { volume: "fsx-windows" },
    alternative: use2022,
    ...guide("wfsx-volumes"),
  },
  { family: "WINDOWS_SERVER_2016_FULL", alternative: use2022, ...exec },
  { family: "WINDOWS_SERVER_2004_CORE", alternative: use2022, ...exec },
  { family: "WINDOWS_SERVER_2025_FULL", alternative: "Use WINDOWS_SERVER_2022_FULL", ...exec },
  { family: "WINDOWS_SERVER_2025_CORE", alternative: use2022, ...exec },
];

/** Refuses what the family itself lacks. */
export function judgeFamily(task: {
  operatingSystemFamily: OperatingSystemFamily;
  networkMode?: NetworkMode | "default";
  volumes: readonly VolumeKind[];
  features: readonly Feature[];
}): Refusal[] {
  const rows = familyLimits.filter((row) => row.family === task.operatingSystemFamily);
  return rows.flatMap(({ family, lacks, alternative }): Refusal[] => {
    if ("networkMode" in lacks) {
      if (task.networkMode !== lacks.networkMode) return [];
      return [error("network-mode", `${family} does not support network mode ${lacks.networkMode}`, alternative)];
    }
    if ("volume" in lacks) {
      if (!task.volumes.includes(lacks.volume)) return [];
      return [error("volume", `${family} does not support ${volumeNames[lacks.volume]} volumes`, alternative)];
    }
    if (!task.features.includes(lacks.feature)) return [];
    return [error("feature", `${family} does not support ${featureNames[lacks.feature]}`, alternative)];
  });
}
