import { judgeLimit } from "./limit.ts";
import { error, type Refusal, warning } from "./refusal.ts";
import { type Platform, platformNames } from "./types.ts";
import { type VolumeKind, type VolumeSupportRow, volumeNames, volumeSupport } from "./volume-support.ts";

/** The row of the table that answers for one kind of volume on one platform. */
export function volumeOn(kind: VolumeKind, platform: Platform): VolumeSupportRow {
  return volumeSupport.find((row) => row.kind === kind && row.platforms.includes(platform)) as VolumeSupportRow;
}

/**
 * Refuses kinds of volume that the platform does not take, and more EBS volumes than a task may have.
 * A volume that the instance must mount is a warning: an unmounted path is an empty folder on the instance's disk.
 */
export function judgeVolumes(volumes: readonly VolumeKind[], platform: Platform): Refusal[] {
  const kinds = (Object.keys(volumeNames) as VolumeKind[]).filter((kind) => volumes.includes(kind));
  const refusals = kinds.map((kind): Refusal | undefined => {
    const { answer, alternative = "" } = volumeOn(kind, platform);
    const volume = `${volumeNames[kind]} volumes`;
    if (answer === "no") return error("volume", `${platformNames[platform]} does not support ${volume}`, alternative);
    if (answer === "yes") return undefined;
    return warning("volume", `${platformNames[platform]} mounts ${volume} on the instance, not in ECS`, alternative);
  });
  const ebsVolumes = volumes.filter((kind) => kind === "ebs").length;
  const tooMany = ebsVolumes > 0 ? judgeLimit("ebs-volumes-per-task", ebsVolumes) : undefined;
  return [...refusals, tooMany].filter((refusal) => refusal !== undefined);
}
