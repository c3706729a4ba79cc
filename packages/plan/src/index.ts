export { comparePlans, describeDifference, hasChanges, type PlanDifference } from "./difference/index.ts";
export { ofType, only, type Plan, type PlannedOptions, type PlannedResource, SECRET, serialize } from "./plan.ts";
export { planStack } from "./plan-stack.ts";
export { type RecordOptions, record } from "./record.ts";
export { RecordingError } from "./recorder/recording-error.ts";
export { UserError } from "./user-error.ts";
export { readEnvironmentFile } from "./workspace/environment-file.ts";
export { type Deployment, environmentOf, findStacks, type Stack } from "./workspace/stack.ts";
