import { isWindows } from "@acme/rules";
import type { LoadBalancedServiceArgs } from "./load-balanced-service-args.ts";
import type { DeploymentArgs, ServiceArgs } from "./service-args.ts";

/** How the service deploys, with what the caller left out. */
export function deploymentOf({ deployment = {}, task }: ServiceArgs): Required<DeploymentArgs> {
  const { maximumPercent = 200 } = deployment;
  return {
    minimumHealthyPercent: deployment.minimumHealthyPercent ?? 100,
    maximumPercent,
    availabilityZoneRebalancing: deployment.availabilityZoneRebalancing ?? maximumPercent > 100,
    timeoutMinutes: deployment.timeoutMinutes ?? (isWindows(task.shape.operatingSystemFamily) ? 40 : 20),
  };
}

/** Seconds that a new task may fail its health check: IIS starts in minutes. */
export function gracePeriodOf({ healthCheckGracePeriodSeconds, task }: LoadBalancedServiceArgs): number {
  return healthCheckGracePeriodSeconds ?? (isWindows(task.shape.operatingSystemFamily) ? 300 : 60);
}
