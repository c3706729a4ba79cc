import { judgeLimit, judgeService, type Refusal, refusalText } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import { autoscalingMistakes, type LoadBalancedAutoscalingArgs } from "./autoscaling-args.ts";
import { capacityMistakes, capacityOf, usesSpot } from "./capacity.ts";
import { deploymentOf } from "./deployment.ts";
import type { ServiceArgs } from "./service-args.ts";

/** A service as the check sees it: the arguments of either component, with the number of tasks decided. */
export interface CheckedService {
  args: ServiceArgs;
  desiredCount: number;
  autoscaling?: LoadBalancedAutoscalingArgs;
  /** What the component itself found wrong. */
  mistakes?: string[];
}

/**
 * Refuses what AWS would refuse, all at once, before anything is created; says what passes with a warning.
 *
 * @param title Class and name of the component, as the message begins: `BackgroundService "mail"`.
 */
export function checkService(component: pulumi.Resource, title: string, checked: CheckedService): void {
  const { args, desiredCount, autoscaling, mistakes = [] } = checked;
  const refusals = [...judgeDeployment(args, desiredCount), ...judgeNetwork(args)];
  const errors = [
    ...mistakes,
    ...refusals.filter((refusal) => refusal.severity === "error").map(refusalText),
    ...capacityMistakes(args.task.shape, capacityOf(args.task.shape, args.capacityProviderStrategies)),
    ...autoscalingMistakes(desiredCount, autoscaling),
    ...timeoutMistakes(deploymentOf(args).timeoutMinutes),
  ];
  if (errors.length > 0) throw new pulumi.ResourceError(`${title}: ${errors.join(" ")}`, component, true);
  for (const refusal of refusals) void pulumi.log.warn(`${title}: ${refusalText(refusal)}`, component);
}

function judgeDeployment(args: ServiceArgs, desiredCount: number): Refusal[] {
  const { launchType, operatingSystemFamily } = args.task.shape;
  const { minimumHealthyPercent, maximumPercent, availabilityZoneRebalancing } = deploymentOf(args);
  const shape = {
    launchType,
    operatingSystemFamily,
    desiredCount,
    minimumHealthyPercent,
    maximumPercent,
    availabilityZoneRebalancing,
    strategy: "ROLLING" as const,
    circuitBreaker: true,
    spot: usesSpot(args.capacityProviderStrategies ?? []),
  };
  return judgeService(shape, args.ruleOverrides);
}

/** The tasks wear their own security group beside those of their storage. */
function judgeNetwork({ privateSubnetIds, task }: ServiceArgs): Refusal[] {
  return [
    judgeLimit("awsvpc-subnets", privateSubnetIds.length),
    judgeLimit("awsvpc-security-groups", 1 + task.clientSecurityGroupIds.length),
  ].filter((refusal) => refusal !== undefined);
}

function timeoutMistakes(timeoutMinutes: number): string[] {
  if (Number.isInteger(timeoutMinutes) && timeoutMinutes >= 1) return [];
  return [`deployment.timeoutMinutes ${timeoutMinutes} is no time to wait. Use 1 or more.`];
}
