import { api, type Evidence, guide } from "./evidence.ts";
import type { ServiceShape } from "./service.ts";

/** A combination of a service's settings that AWS refuses, or that never finishes a deployment. */
export interface DeploymentConflictRow extends Evidence {
  /** The combination, for a reader of the table. */
  what: string;
  /** The mistake in one service, or undefined. */
  find: (service: ServiceShape) => { problem: string; fix: string } | undefined;
}

/** Every combination that is ruled out, whatever the strategy's own row says. */
export const deploymentConflicts: readonly DeploymentConflictRow[] = [
  {
    what: "DAEMON on Fargate",
    find: ({ schedulingStrategy, launchType }) =>
      schedulingStrategy === "DAEMON" && launchType === "FARGATE"
        ? { problem: "DAEMON does not run on FARGATE", fix: "Use REPLICA, or launch type EC2" }
        : undefined,
    ...api("ecs CreateServiceRequest.schedulingStrategy"),
  },
  {
    what: "a desired count with DAEMON",
    find: ({ schedulingStrategy, desiredCount }) =>
      schedulingStrategy === "DAEMON" && desiredCount !== undefined
        ? {
            problem: `DAEMON takes no desiredCount, which is ${desiredCount}`,
            fix: "Leave desiredCount out, or use REPLICA",
          }
        : undefined,
    ...api("ecs CreateServiceRequest.schedulingStrategy"),
  },
  {
    what: "zone rebalancing with DAEMON",
    find: ({ schedulingStrategy, availabilityZoneRebalancing }) =>
      availabilityZoneRebalancing && schedulingStrategy === "DAEMON"
        ? { problem: "Zone rebalancing does not go with DAEMON", fix: "Set availabilityZoneRebalancing to false" }
        : undefined,
    ...guide("service-rebalancing"),
  },
  {
    what: "zone rebalancing with a maximumPercent of 100 or less",
    find: ({ maximumPercent, availabilityZoneRebalancing }) =>
      availabilityZoneRebalancing && maximumPercent <= 100
        ? {
            problem: `Zone rebalancing does not go with maximumPercent ${maximumPercent}`,
            fix: "Use a maximumPercent above 100, or set availabilityZoneRebalancing to false",
          }
        : undefined,
    ...guide("service-rebalancing"),
  },
  {
    what: "a rolling update of replicas that may neither stop nor start a task",
    find: findStuckUpdate,
    ...guide("deployment-type-ecs"),
  },
];

/** ECS rounds the tasks that must stay up and the tasks that may run down, so small counts get stuck first. */
function findStuckUpdate(service: ServiceShape): { problem: string; fix: string } | undefined {
  const { strategy, schedulingStrategy, minimumHealthyPercent, maximumPercent, desiredCount = 100 } = service;
  if (strategy !== "ROLLING" || schedulingStrategy === "DAEMON" || desiredCount <= 0) return undefined;
  const startable = Math.floor((desiredCount * maximumPercent) / 100) - desiredCount;
  const stoppable = desiredCount - Math.ceil((desiredCount * minimumHealthyPercent) / 100);
  if (startable > 0 || stoppable > 0) return undefined;
  const tasks = service.desiredCount === undefined ? "" : ` of ${desiredCount} task${desiredCount === 1 ? "" : "s"}`;
  return {
    problem: `minimumHealthyPercent ${minimumHealthyPercent} and maximumPercent ${maximumPercent}${tasks} leave no task to start or stop`,
    fix: `Use a maximumPercent of ${Math.ceil((100 * (desiredCount + 1)) / desiredCount)} or more, or a lower minimumHealthyPercent`,
  };
}
