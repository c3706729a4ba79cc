import { api, type Evidence, guide } from "./evidence.ts";
import type { Feature } from "./feature-names.ts";
import { type Platform, platformNames } from "./types.ts";

/** What holds for one feature on some platforms. */
export interface FeatureSupportRow extends Evidence {
  /** The feature that the row answers for. */
  feature: Feature;
  /** The platforms that share the answer. */
  platforms: readonly Platform[];
  /** Whether the platforms take the feature. */
  supported: boolean;
  /**
   * A condition of support, or why there is none.
   *
   * @default - nothing to add
   */
  note?: string;
  /**
   * What to do instead, as a sentence without its full stop; every row without support has one.
   *
   * @default - none is needed
   */
  alternative?: string;
}

type Answer = Omit<FeatureSupportRow, "feature" | "supported" | keyof Evidence>;

/** Every platform. */
export const all = Object.keys(platformNames) as Platform[];
/** Linux containers. */
export const linux: readonly Platform[] = ["fargate-linux", "ec2-linux", "managed-instances-linux"];
/** Windows containers. */
export const windows: readonly Platform[] = ["fargate-windows", "ec2-windows"];
/** AWS's hosts. */
export const fargate: readonly Platform[] = ["fargate-linux", "fargate-windows"];
/** Linux containers on instances. */
export const instances: readonly Platform[] = ["ec2-linux", "managed-instances-linux"];
/** Instances of any kind. */
export const hosts: readonly Platform[] = ["ec2-linux", "ec2-windows", "managed-instances-linux"];
/** Windows containers on our instances. */
export const ec2Windows: readonly Platform[] = ["ec2-windows"];
/** Linux containers on our instances. */
export const ec2Linux: readonly Platform[] = ["ec2-linux"];
/** Linux containers on instances that ECS looks after. */
export const managed: readonly Platform[] = ["managed-instances-linux"];

/** The page of what Fargate leaves out. */
export const fargateGuide = guide("fargate-tasks-services");
/** The page of what Windows leaves out. */
export const windowsGuide = guide("windows_task_definitions");
/** The page of what Managed Instances take. */
export const managedGuide = guide("task_definition_parameters-managed-instances");
/** A member of a container definition in the API. */
export const container = (member: string) => api(`ecs ContainerDefinition.${member}`);

/** The feature works on the platforms. */
export function yes(feature: Feature, answer: Answer, evidence: Evidence): FeatureSupportRow {
  return { feature, supported: true, ...answer, ...evidence };
}

/** The feature is missing on the platforms, with what to do instead. */
export function no(feature: Feature, answer: Answer & { alternative: string }, evidence: Evidence): FeatureSupportRow {
  return { feature, supported: false, ...answer, ...evidence };
}

/** The advice to do without. */
export const leaveOut = "Leave it out";

/** A parameter of Linux containers that no Windows container takes. */
export function linuxOnly(feature: Feature, alternative: string, evidence: Evidence): FeatureSupportRow[] {
  return [yes(feature, { platforms: linux }, evidence), no(feature, { platforms: windows, alternative }, windowsGuide)];
}

/** A parameter that only instances with Linux take: Fargate, Managed Instances and Windows refuse it. */
export function ec2LinuxOnly(feature: Feature, alternative: string): FeatureSupportRow[] {
  return [
    yes(feature, { platforms: ec2Linux }, api("ecs RegisterTaskDefinitionRequest")),
    no(feature, { platforms: fargate, alternative }, fargateGuide),
    no(feature, { platforms: managed, alternative }, managedGuide),
    no(feature, { platforms: ec2Windows, alternative }, windowsGuide),
  ];
}

/** A parameter that opens the host: Linux instances take it, Fargate and Windows refuse it. */
export function linuxHostOnly(feature: Feature): FeatureSupportRow[] {
  return [
    yes(feature, { platforms: ec2Linux }, api("ecs RegisterTaskDefinitionRequest")),
    yes(feature, { platforms: managed }, managedGuide),
    no(feature, { platforms: fargate, alternative: `${leaveOut}, or use launch type EC2 with Linux` }, fargateGuide),
    no(feature, { platforms: ec2Windows, alternative: leaveOut }, windowsGuide),
  ];
}
