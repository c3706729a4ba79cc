export { comparePlans } from "./compare-plans.ts";
export { describeDifference } from "./describe-difference.ts";
export { hasChanges, type PlanDifference, type ResourceDifference, type ValueChange } from "./difference.ts";
