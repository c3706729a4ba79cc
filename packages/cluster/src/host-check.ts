import { type HostGroup, judgeHostGroup, refusalText } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import type { AgentTuning } from "./host-args.ts";
import type { HostSettings } from "./host-settings.ts";

/** Hosts as the check sees them. */
export interface CheckedHosts {
  settings: HostSettings;
  group: HostGroup;
  /** Smallest root volume that holds the operating system and an image. */
  smallestRootVolumeGiB: number;
  /** Security groups that hosts wear beside `clientSecurityGroupIds`. */
  ownSecurityGroups: number;
  /** What the component itself found wrong. */
  mistakes?: string[];
}

/** Refuses what AWS would refuse, all at once, before anything is created; says what passes with a warning. */
export function checkHosts(component: pulumi.Resource, kind: string, name: string, hosts: CheckedHosts): void {
  const refusals = judgeHostGroup(hosts.group, hosts.settings.ruleOverrides);
  const errors = [
    ...nameMistakes(name),
    ...(hosts.mistakes ?? []),
    ...refusals.filter((refusal) => refusal.severity === "error").map(refusalText),
    ...countMistakes(hosts.settings),
    ...networkMistakes(hosts),
    ...imageMistakes(hosts.settings.amiId),
    ...boundMistakes(hosts),
    ...warmPoolMistakes(hosts.settings),
  ];
  const title = `${kind} "${name}"`;
  if (errors.length > 0) throw new pulumi.ResourceError(`${title}: ${errors.join(" ")}`, component, true);
  for (const refusal of refusals) void pulumi.log.warn(`${title}: ${refusalText(refusal)}`, component);
}

/**
 * Its capacity provider and its role are named after it
 * (botocore 1.43.107 ecs CreateCapacityProviderRequest.name and iam roleNameType, less what Pulumi adds).
 */
function nameMistakes(name: string): string[] {
  const mistakes: string[] = [];
  if (!/^[a-zA-Z0-9_-]{1,50}$/.test(name)) {
    mistakes.push(
      "Its name is none that its capacity provider and its role can have. Use 1–50 letters, digits, _ and -.",
    );
  }
  const prefix = /^(aws|ecs|fargate)/i.exec(name)?.[0];
  if (prefix !== undefined) {
    mistakes.push(`Its name begins with "${prefix}", which AWS keeps for itself. Use another, such as "hosts".`);
  }
  return mistakes;
}

function countMistakes({ minimumHosts, maximumHosts }: HostSettings): string[] {
  const minimum = bounded("minimumHosts", minimumHosts, 0);
  const order =
    minimumHosts > maximumHosts
      ? [
          `minimumHosts ${minimumHosts} is more than maximumHosts ${maximumHosts}. Raise the latter, or lower the former.`,
        ]
      : [];
  return [...minimum, ...order];
}

function networkMistakes({ settings, ownSecurityGroups }: CheckedHosts): string[] {
  const mistakes: string[] = [];
  if (settings.subnetIds.length === 0) mistakes.push("It has no subnet. Give subnetIds one for each zone.");
  const groups = ownSecurityGroups + settings.clientSecurityGroupIds.length;
  if (groups > 5) {
    mistakes.push(
      `Its hosts would wear ${groups} security groups, and a network interface takes 5. Merge some of them.`,
    );
  }
  return mistakes;
}

function imageMistakes(amiId: pulumi.Input<string> | undefined): string[] {
  if (typeof amiId !== "string" || /^ami-[0-9a-f]{8,17}$/.test(amiId)) return [];
  return [`amiId "${amiId}" is no id of an image. Use one such as "ami-0123456789abcdef0", or leave it out.`];
}

function boundMistakes({ settings, smallestRootVolumeGiB }: CheckedHosts): string[] {
  return [
    ...bounded("rootVolumeGiB", settings.rootVolumeGiB, smallestRootVolumeGiB, 16384),
    ...bounded("targetCapacityPercent", settings.targetCapacityPercent, 1, 100),
    ...bounded("spotPercent", settings.spotPercent, 0, 100),
    ...bounded("instanceWarmupSeconds", settings.instanceWarmupSeconds, 0, 10000),
    ...bounded("reservedMemoryMiB", settings.reservedMemoryMiB, 0),
    ...bounded("taskCleanupSeconds", settings.taskCleanupSeconds, 60, 10800),
    ...agentMistakes(settings.agent),
  ];
}

/** The agent falls back to its defaults for what it does not take, without a word. */
function agentMistakes(agent: AgentTuning): string[] {
  return Object.entries(agent).flatMap(([setting, value]) =>
    value === undefined ? [] : bounded(`agent.${setting}`, value, setting === "imageCleanupMinutes" ? 10 : 1),
  );
}

function bounded(argument: string, value: number, minimum: number, maximum = Number.MAX_SAFE_INTEGER): string[] {
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return [];
  const range = maximum === Number.MAX_SAFE_INTEGER ? `${minimum} or more` : `${minimum}–${maximum}`;
  return [`${argument} ${value} is not allowed. Use a whole number, ${range}.`];
}

/**
 * A warm pool takes no Spot (https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html),
 * but several types on demand
 * (https://aws.amazon.com/about-aws/whats-new/2025/11/ec2-auto-scaling-warm-pool-mixed-instances-policies/); its hook
 * has a time of its own (botocore 1.43.107 autoscaling LifecycleHookSpecification.HeartbeatTimeout).
 */
function warmPoolMistakes({ spotPercent, warmPool, instanceWarmupSeconds }: HostSettings): string[] {
  if (warmPool === undefined) return [];
  const mistakes = bounded("warmPool.hosts", warmPool.hosts, 1);
  if (spotPercent !== 0)
    mistakes.push(`A warm pool does not go with spotPercent ${spotPercent}. Leave out one of them.`);
  if (instanceWarmupSeconds < 30 || instanceWarmupSeconds > 7200) {
    mistakes.push(`instanceWarmupSeconds ${instanceWarmupSeconds} does not go with a warm pool. Use 30–7200.`);
  }
  return mistakes;
}
