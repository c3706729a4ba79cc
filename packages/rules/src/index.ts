export * from "./fargate-task-size.ts";
export { type FeatureConflictRow, featureConflicts, featureOn } from "./feature.ts";
export { judgeLimit, type Limit, type LimitId, limits } from "./limit.ts";
export { applyOverrides, type Refusal, type RuleId, type RuleOverride, refusalText } from "./refusal.ts";
export { judgeService, type ServiceShape } from "./service.ts";
export * from "./tables.ts";
export { judgeTask, type TaskShape } from "./task.ts";
export * from "./types.ts";
export { volumeOn } from "./volume.ts";
