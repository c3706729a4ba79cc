import type * as aws from "@pulumi/aws";

/** Days that AWS offers (botocore 1.43.107 efs TransitionToIARules, TransitionToArchiveRules). */
const transitionDays = [1, 7, 14, 30, 60, 90, 180, 270, 365] as const;

/** Days without access after which a file moves. */
export type TransitionDays = (typeof transitionDays)[number];

/** When files that nobody reads or writes move to cheaper storage, where each access costs money and time. */
export interface StorageLifecycle {
  /**
   * Days without access until a file moves to Infrequent Access.
   *
   * @default 30
   */
  infrequentAccessDays?: TransitionDays | "never";
  /**
   * Days without access until a file moves to Archive: more than `infrequentAccessDays`, and with elastic throughput only
   * (https://docs.aws.amazon.com/efs/latest/APIReference/API_PutLifecycleConfiguration.html). A file system with files
   * there can no longer leave elastic throughput.
   *
   * @default 90, where throughput is elastic, the file system Regional and `infrequentAccessDays` below 90; else "never"
   */
  archiveDays?: TransitionDays | "never";
  /**
   * Whether a file moves back to standard storage when it is read or written.
   *
   * @default false - it stays, and every access to it costs
   */
  standardOnAccess?: boolean;
}

/** What the lifecycle depends on. */
export interface StorageKind {
  elastic: boolean;
  oneZone: boolean;
}

function withDefaults(lifecycle: StorageLifecycle, { elastic, oneZone }: StorageKind) {
  const { infrequentAccessDays = 30, standardOnAccess = false } = lifecycle;
  const archives = elastic && !oneZone && infrequentAccessDays !== "never" && infrequentAccessDays < 90;
  return { infrequentAccessDays, archiveDays: lifecycle.archiveDays ?? (archives ? 90 : "never"), standardOnAccess };
}

/** The lifecycle as the API takes it: one transition for each object. */
export function lifecyclePolicies(
  lifecycle: StorageLifecycle,
  kind: StorageKind,
): aws.types.input.efs.FileSystemLifecyclePolicy[] {
  const { infrequentAccessDays, archiveDays, standardOnAccess } = withDefaults(lifecycle, kind);
  const policies: aws.types.input.efs.FileSystemLifecyclePolicy[] = [];
  if (infrequentAccessDays !== "never") policies.push({ transitionToIa: after(infrequentAccessDays) });
  if (archiveDays !== "never") policies.push({ transitionToArchive: after(archiveDays) });
  if (standardOnAccess && policies.length > 0) policies.push({ transitionToPrimaryStorageClass: "AFTER_1_ACCESS" });
  return policies;
}

function after(days: TransitionDays): string {
  return days === 1 ? "AFTER_1_DAY" : `AFTER_${days}_DAYS`;
}

/** What AWS would refuse about the lifecycle, each with what to do. */
export function lifecycleMistakes(lifecycle: StorageLifecycle, kind: StorageKind): string[] {
  const unknown = [
    ...daysMistakes("infrequentAccessDays", lifecycle.infrequentAccessDays),
    ...daysMistakes("archiveDays", lifecycle.archiveDays),
  ];
  if (unknown.length > 0) return unknown;

  const { infrequentAccessDays, archiveDays } = withDefaults(lifecycle, kind);
  if (archiveDays === "never") return [];
  const mistakes: string[] = [];
  if (!kind.elastic) {
    mistakes.push(`archiveDays is ${archiveDays}, and Archive needs elastic throughput. Use "never", or elastic.`);
  }
  if (infrequentAccessDays === "never") {
    const fix = "Files pass Infrequent Access first: set both.";
    mistakes.push(`archiveDays is ${archiveDays}, and infrequentAccessDays is "never". ${fix}`);
  } else if (archiveDays <= infrequentAccessDays) {
    const fix = `Make it more than infrequentAccessDays, which is ${infrequentAccessDays}.`;
    mistakes.push(`archiveDays is ${archiveDays}. ${fix}`);
  }
  return mistakes;
}

function daysMistakes(argument: string, days: number | "never" | undefined): string[] {
  const known: unknown[] = [undefined, "never", ...transitionDays];
  if (known.includes(days)) return [];
  return [`${argument} is ${days}. Use ${transitionDays.join(", ")} or "never".`];
}
