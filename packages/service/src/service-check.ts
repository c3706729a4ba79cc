import { fargateStorageMistakes } from "@acme/cluster";
import { hasOwnAddress, judgeLimit, judgeService, type Refusal, refusalText } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import { autoscalingMistakes, type LoadBalancedAutoscalingArgs, mostTasks } from "./autoscaling-args.ts";
import { capacityMistakes, usesSpot } from "./capacity.ts";
import { deploymentOf } from "./deployment.ts";
import { takeHostRoom } from "./host-room.ts";
import { hostGroups } from "./placement.ts";
import type { ServiceArgs } from "./service-args.ts";
import { hostMistakes } from "./task-hosts.ts";

/** A service as the check sees it: the arguments of either component, with the number of tasks decided. */
export interface CheckedService {
  args: ServiceArgs;
  desiredCount: number;
  autoscaling?: LoadBalancedAutoscalingArgs;
  /** What the component itself found wrong. */
  mistakes?: string[];
}

/**
 * Refuses what AWS would refuse, all at once, before anything is created; says what passes with a warning. Then takes
 * room on the hosts, which refuses what does not fit.
 *
 * @param title Class and name of the component, as the message begins: `BackgroundService "mail"`.
 */
export function checkService(component: pulumi.Resource, title: string, checked: CheckedService): void {
  const { args, desiredCount, autoscaling, mistakes = [] } = checked;
  const refusals = [...judgeDeployment(args, desiredCount), ...judgeNetwork(args)];
  const errors = [
    ...mistakes,
    ...refusals.filter((refusal) => refusal.severity === "error").map(refusalText),
    ...placeMistakes(args),
    ...fargateStorageMistakes(args.cluster, args.task.shape),
    ...autoscalingMistakes(desiredCount, autoscaling),
    ...timeoutMistakes(deploymentOf(args).timeoutMinutes),
  ];
  if (errors.length > 0) throw new pulumi.ResourceError(`${title}: ${errors.join(" ")}`, component, true);
  for (const refusal of refusals) void pulumi.log.warn(`${title}: ${refusalText(refusal)}`, component);
  takeHostRoom(component, title, { args, tasks: mostTasks(desiredCount, autoscaling) });
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

/** The tasks wear their own security group beside those of their storage and of their hosts. */
function judgeNetwork(args: ServiceArgs): Refusal[] {
  const { privateSubnetIds, task } = args;
  if (!hasOwnAddress(task.shape)) return [];
  return [
    judgeLimit("awsvpc-subnets", privateSubnetIds.length),
    judgeLimit("awsvpc-security-groups", 1 + task.clientSecurityGroupIds.length + hostGroups(args).length),
  ].filter((refusal) => refusal !== undefined);
}

function placeMistakes(args: ServiceArgs): string[] {
  const { shape, clientSecurityGroupIds } = args.task;
  const withoutHosts = hostMistakes(args);
  const mistakes = withoutHosts.length > 0 ? withoutHosts : capacityMistakes(args);
  if (clientSecurityGroupIds.length === 0 || hasOwnAddress(shape)) return mistakes;
  return [
    ...mistakes,
    `The task must wear a security group to reach its storage, and has none in network mode ${shape.networkMode}. Use awsvpc.`,
  ];
}

function timeoutMistakes(timeoutMinutes: number): string[] {
  if (Number.isInteger(timeoutMinutes) && timeoutMinutes >= 1) return [];
  return [`deployment.timeoutMinutes ${timeoutMinutes} is no time to wait. Use 1 or more.`];
}
