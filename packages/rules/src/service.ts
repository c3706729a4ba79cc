import {
  type DeploymentParameter,
  type DeploymentStrategy,
  type DeploymentStrategyRow,
  deploymentParameterLimits,
  deploymentStrategies,
} from "./deployment.ts";
import { deploymentConflicts } from "./deployment-conflict.ts";
import { lackingFeature } from "./feature.ts";
import { judgeLimit } from "./limit.ts";
import { applyOverrides, error, type Refusal, type RuleOverride } from "./refusal.ts";
import { type LaunchType, type OperatingSystemFamily, platformOf } from "./types.ts";
import { either } from "./words.ts";

/** What the rules need to know about a service. */
export interface ServiceShape extends Partial<Record<DeploymentParameter, number>> {
  /** Where the tasks run. */
  launchType: LaunchType;
  /** The operating system of their containers. */
  operatingSystemFamily: OperatingSystemFamily;
  /**
   * Whether ECS keeps a number of tasks, or one task per instance.
   *
   * @default "REPLICA"
   */
  schedulingStrategy?: "REPLICA" | "DAEMON";
  /**
   * Tasks to keep; with it, a rolling update is checked for room to replace one.
   *
   * @default - the percentages alone are checked
   */
  desiredCount?: number;
  /** Share of the desired tasks that stays healthy during a rolling update; AWS rounds the tasks up. */
  minimumHealthyPercent: number;
  /** Share of the desired tasks that may run during a rolling update; AWS rounds the tasks down. */
  maximumPercent: number;
  /** Whether ECS moves tasks until the zones are even; AWS turns it on for a new service that does not say. */
  availabilityZoneRebalancing: boolean;
  /** How a new version replaces the old one. */
  strategy: DeploymentStrategy;
  /** Whether the deployment circuit breaker is on. */
  circuitBreaker: boolean;
  /** Whether any share of the tasks runs on Spot capacity. */
  spot: boolean;
}

/** Everything about the service that AWS refuses, in a stable order; an override turns its rule into a warning. */
export function judgeService(service: ServiceShape, overrides: RuleOverride[] = []): Refusal[] {
  const platform = platformOf(service.launchType, service.operatingSystemFamily);
  const spot = service.spot && platform === "fargate-windows" ? [lackingFeature("fargate-spot", platform)] : [];
  const conflicts = deploymentConflicts.flatMap((row) => row.find(service) ?? []);
  const refusals = [...conflicts.map(({ problem, fix }) => refuse(problem, fix)), ...judgeStrategy(service), ...spot];
  return applyOverrides(refusals, overrides);
}

function judgeStrategy(service: ServiceShape): Refusal[] {
  const row = deploymentStrategies.find(({ strategy }) => strategy === service.strategy) as DeploymentStrategyRow;
  const breaker =
    service.circuitBreaker && !row.circuitBreaker
      ? [refuse(`The circuit breaker does not go with ${row.strategy}`, "Use deployment alarms, or ROLLING")]
      : [];
  const parameters = Object.keys(deploymentParameterLimits) as DeploymentParameter[];
  return [...breaker, ...parameters.flatMap((name) => judgeParameter(name, service[name], row) ?? [])];
}

function judgeParameter(
  name: DeploymentParameter,
  value: number | undefined,
  row: DeploymentStrategyRow,
): Refusal | undefined {
  if (value === undefined) {
    if (!row.required.includes(name)) return undefined;
    return refuse(`${row.strategy} has no ${name}`, `Set ${name}, such as 5`);
  }
  if (!row.required.includes(name) && !row.optional.includes(name)) {
    const takers = deploymentStrategies.filter(({ required, optional }) => [...required, ...optional].includes(name));
    const strategies = either(takers.map(({ strategy }) => strategy));
    return refuse(`${row.strategy} takes no ${name}, which is ${value}`, `Leave ${name} out, or use ${strategies}`);
  }
  const limit = deploymentParameterLimits[name];
  return limit && judgeLimit(limit, value);
}

function refuse(problem: string, fix: string): Refusal {
  return error("deployment", problem, fix);
}
