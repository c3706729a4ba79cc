import type { DeploymentArgs, ServiceArgs } from "./service-args.ts";

/** How the service deploys, with what the caller left out. */
export function deploymentOf({ deployment = {} }: ServiceArgs): Required<DeploymentArgs> {
  return {
    minimumHealthyPercent: deployment.minimumHealthyPercent ?? 100,
    maximumPercent: deployment.maximumPercent ?? 200,
    availabilityZoneRebalancing: deployment.availabilityZoneRebalancing ?? true,
    timeoutMinutes: deployment.timeoutMinutes ?? 20,
  };
}
