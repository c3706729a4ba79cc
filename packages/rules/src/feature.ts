import { type Evidence, guide } from "./evidence.ts";
import { type Feature, featureNames } from "./feature-names.ts";
import { featureSupport } from "./feature-support.ts";
import type { FeatureSupportRow } from "./feature-support-row.ts";
import { error, type Refusal } from "./refusal.ts";
import { type Platform, platformNames } from "./types.ts";

/** Two features that do not go together in one task. */
export interface FeatureConflictRow extends Evidence {
  /** The pair; the order does not matter. */
  features: readonly [Feature, Feature];
  /** An `error` is refused by AWS or never works; a `warning` works in part. */
  severity: "error" | "warning";
  /** What is wrong, as a sentence without its full stop. */
  problem: string;
  /** What to do, as a sentence without its full stop. */
  fix: string;
}

/** Pairs of features that exclude each other, or that work together only in part. */
export const featureConflicts: readonly FeatureConflictRow[] = [
  {
    features: ["ecs-exec", "readonly-root-filesystem"],
    severity: "error",
    problem: "ECS Exec does not work with a read-only root file system, because its agent writes to it",
    fix: "Turn ECS Exec off, or make the root file system writable",
    ...guide("ecs-exec"),
  },
  {
    features: ["ecs-exec", "image-without-shell"],
    severity: "warning",
    problem: "ECS Exec finds no shell in the image, and no script and cat to log a session with",
    fix: "Use an image with a shell where sessions are wanted, or turn ECS Exec off",
    ...guide("ecs-exec"),
  },
  {
    features: ["shell-health-check", "image-without-shell"],
    severity: "error",
    problem: "A CMD-SHELL health check always fails in an image without a shell",
    fix: "Use CMD with a program of the image, or the load balancer's health check",
    ...guide("healthcheck"),
  },
];

/** The row of the table that answers for one feature on one platform. */
export function featureOn(feature: Feature, platform: Platform): FeatureSupportRow {
  return featureSupport.find((row) => row.feature === feature && row.platforms.includes(platform)) as FeatureSupportRow;
}

/** Refuses features that the platform lacks, and pairs that exclude each other. */
export function judgeFeatures(
  features: readonly Feature[],
  platform: Platform,
  task: { memoryMiB?: number } = {},
): Refusal[] {
  const wanted = (Object.keys(featureNames) as Feature[]).filter((feature) => features.includes(feature));
  const supported = wanted.filter((feature) => featureOn(feature, platform).supported);
  const lacking = wanted.filter((feature) => !supported.includes(feature));
  const conflicts = featureConflicts.filter((row) => row.features.every((feature) => supported.includes(feature)));
  const unsizedProxy =
    supported.includes("service-connect") && platform !== "fargate-linux" && task.memoryMiB === undefined;
  return [
    ...lacking.map((feature) => lackingFeature(feature, platform)),
    ...conflicts.map(({ severity, problem, fix }): Refusal => ({ rule: "feature", problem, fix, severity })),
    ...(unsizedProxy
      ? [
          error(
            "feature",
            "Service Connect needs a memory size on the task, which has none",
            "Set memoryMiB, with about 64 MiB and 256 CPU units for the proxy",
          ),
        ]
      : []),
  ];
}

/** The refusal of a feature that the platform lacks. */
export function lackingFeature(feature: Feature, platform: Platform): Refusal {
  const { alternative = "" } = featureOn(feature, platform);
  return error("feature", `${platformNames[platform]} does not support ${featureNames[feature]}`, alternative);
}
