export * from "./deployment.ts";
export { type DeploymentConflictRow, deploymentConflicts } from "./deployment-conflict.ts";
export { type Ec2TaskSizeRow, ec2TaskSizes } from "./ec2-task-size.ts";
export type { Evidence } from "./evidence.ts";
export { type FamilyLimitRow, familyLimits } from "./family-limit.ts";
export { type Feature, featureNames } from "./feature-names.ts";
export { featureSupport } from "./feature-support.ts";
export type { FeatureSupportRow } from "./feature-support-row.ts";
export { describeHostCapacity, judgeHostCapacity } from "./host-capacity.ts";
export type { HostGroup, HostTenant, TaskDemand } from "./host-group.ts";
export { judgeHostGroup } from "./host-group-check.ts";
export { type HostLimit, hostRoom, type TaskRoom } from "./host-room.ts";
export { instanceTypeOf, instanceTypes } from "./instance-type.ts";
export type { InstanceTypeRow } from "./instance-type-row.ts";
export { judgeLogRetention, type LogRetentionRow, logRetentions } from "./log-retention.ts";
export { type NetworkModeRow, networkModes } from "./network-mode.ts";
export { type OperatingSystemRow, operatingSystems } from "./operating-system.ts";
export { demandOf } from "./task-demand.ts";
export { hasOwnAddress, hostConstraint, spreadOverHosts } from "./task-placement.ts";
export {
  type VolumeAnswer,
  type VolumeKind,
  type VolumeSupportRow,
  volumeNames,
  volumeSupport,
} from "./volume-support.ts";
export {
  judgeWindowsThroughput,
  type WindowsDeploymentType,
  type WindowsThroughputRow,
  windowsThroughputs,
} from "./windows-throughput.ts";
