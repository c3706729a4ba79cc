import { api, type Evidence } from "./evidence.ts";
import type { LimitId } from "./limit.ts";

/** `deploymentConfiguration.strategy` (botocore 1.43.107 ecs DeploymentStrategy). */
export type DeploymentStrategy = "ROLLING" | "BLUE_GREEN" | "CANARY" | "LINEAR";

/** The numbers that a strategy may take. */
export type DeploymentParameter =
  | "bakeTimeMinutes"
  | "stepPercent"
  | "stepBakeTimeMinutes"
  | "canaryPercent"
  | "canaryBakeTimeMinutes";

/** What goes with one deployment strategy. */
export interface DeploymentStrategyRow extends Evidence {
  /** The value of `deploymentConfiguration.strategy`. */
  strategy: DeploymentStrategy;
  /** Numbers that must be given. */
  required: readonly DeploymentParameter[];
  /** Numbers that may be left out; AWS then takes the default of the limit. */
  optional: readonly DeploymentParameter[];
  /** Whether the deployment circuit breaker may be on. */
  circuitBreaker: boolean;
}

const configuration = api("ecs DeploymentConfiguration");

/** Every deployment strategy; the circuit breaker goes with rolling updates only. */
export const deploymentStrategies: readonly DeploymentStrategyRow[] = [
  {
    strategy: "ROLLING",
    required: [],
    optional: [],
    circuitBreaker: true,
    ...api("ecs DeploymentCircuitBreaker"),
  },
  {
    strategy: "BLUE_GREEN",
    required: ["bakeTimeMinutes"],
    optional: [],
    circuitBreaker: false,
    ...configuration,
  },
  {
    strategy: "CANARY",
    required: [],
    optional: ["bakeTimeMinutes", "canaryPercent", "canaryBakeTimeMinutes"],
    circuitBreaker: false,
    ...configuration,
  },
  {
    strategy: "LINEAR",
    required: [],
    optional: ["bakeTimeMinutes", "stepPercent", "stepBakeTimeMinutes"],
    circuitBreaker: false,
    ...configuration,
  },
];

/** The limit that bounds each parameter; the bake time of the whole deployment has no known range. */
export const deploymentParameterLimits: Record<DeploymentParameter, LimitId | undefined> = {
  bakeTimeMinutes: undefined,
  stepPercent: "linear-step-percent",
  stepBakeTimeMinutes: "linear-step-bake-time",
  canaryPercent: "canary-percent",
  canaryBakeTimeMinutes: "canary-bake-time",
};
