import { api } from "./evidence.ts";
import type { LimitRow } from "./limit.ts";

const strategyItem = (member: string) => api(`ecs CapacityProviderStrategyItem.${member}`);
const minutes = { unit: "min" };
const percent = { unit: "%" };

/** Bounds of services, of calls of RunTask and of deployments. */
export const serviceLimits = {
  "awsvpc-subnets": { what: "subnets of a task", unit: "", minimum: 1, maximum: 16, ...api("ecs AwsVpcConfiguration") },
  "awsvpc-security-groups": {
    what: "security groups of a task",
    unit: "",
    maximum: 5,
    ...api("ecs AwsVpcConfiguration"),
  },
  "run-task-count": {
    what: "tasks per RunTask",
    unit: "",
    minimum: 1,
    maximum: 10,
    default: 1,
    ...api("ecs RunTaskRequest"),
  },
  "placement-constraints": { what: "placement constraints", unit: "", maximum: 10, ...api("ecs RunTaskRequest") },
  "placement-strategies": { what: "placement strategies", unit: "", maximum: 5, ...api("ecs RunTaskRequest") },
  "capacity-providers": {
    what: "capacity providers per strategy",
    unit: "",
    maximum: 20,
    ...api("ecs CapacityProviderStrategyItem"),
  },
  "capacity-provider-weight": {
    what: "weight of a capacity provider",
    unit: "",
    minimum: 0,
    maximum: 1000,
    default: 0,
    ...strategyItem("weight"),
  },
  "capacity-provider-base": {
    what: "base of a capacity provider",
    unit: "tasks",
    minimum: 0,
    maximum: 100000,
    default: 0,
    ...strategyItem("base"),
  },
  "linear-step-percent": {
    what: "step of a linear deployment",
    minimum: 3,
    maximum: 100,
    default: 10,
    step: 0.1,
    ...percent,
    ...api("ecs LinearConfiguration.stepPercent"),
  },
  "linear-step-bake-time": {
    what: "bake time of a linear step",
    minimum: 0,
    maximum: 1440,
    default: 6,
    ...minutes,
    ...api("ecs LinearConfiguration.stepBakeTimeInMinutes"),
  },
  "canary-percent": {
    what: "share of the canary",
    minimum: 0.1,
    maximum: 100,
    default: 5,
    step: 0.1,
    ...percent,
    ...api("ecs CanaryConfiguration.canaryPercent"),
  },
  "canary-bake-time": {
    what: "bake time of the canary",
    minimum: 0,
    maximum: 1440,
    default: 10,
    ...minutes,
    ...api("ecs CanaryConfiguration.canaryBakeTimeInMinutes"),
  },
  "lifecycle-hook-timeout": {
    what: "timeout of a deployment hook",
    minimum: 1,
    maximum: 20160,
    default: 1440,
    ...minutes,
    ...api("ecs DeploymentLifecycleHook"),
  },
} satisfies Record<string, LimitRow>;
