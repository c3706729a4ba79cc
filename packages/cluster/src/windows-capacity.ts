import type { HostGroup, HostTenant } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import { createAutoScalingGroup } from "./auto-scaling-group.ts";
import { createCapacityProvider } from "./capacity-provider.ts";
import type { HostCapacity } from "./host-capacity.ts";
import { checkHosts } from "./host-check.ts";
import { newestWindowsImage, type WindowsHostFamily, windowsHostFamilies } from "./host-image.ts";
import { createHostRole } from "./host-role.ts";
import { HostRoomLedger } from "./host-room-ledger.ts";
import { createHostGroup } from "./host-security-group.ts";
import { agentSettings, hostGroup, hostSettings } from "./host-settings.ts";
import { createLaunchTemplate } from "./launch-template.ts";
import { createNameServerGroup } from "./task-name-servers.ts";
import { encodeUserData } from "./user-data.ts";
import type { WindowsCapacityArgs } from "./windows-capacity-args.ts";
import { windowsUserData } from "./windows-user-data.ts";

const defaults = { rootVolumeGiB: 100, instanceWarmupSeconds: 900, reservedMemoryMiB: 2048 };

/**
 * Windows hosts of a cluster: an Auto Scaling group over zones behind a capacity provider, by which ECS starts hosts
 * for tasks, drains them and ends them. Nothing connects to a host; a person enters one by
 * `aws ssm start-session --target <instance id>`.
 *
 * - A newer AMI, or any other change of how a host starts, begins an instance refresh at the next `up`: host by host, one
 *   more first. It goes on after `up` has ended: `aws autoscaling describe-instance-refreshes`. AWS rolls back to the
 *   former version where new hosts do not stay up; then the next `up` must change something to try again.
 * - A host that cannot join its domain or start its agent says so, shuts itself down, and another takes its place, for
 *   as long as the cause lasts: `aws ec2 get-console-output --latest --instance-id <instance id>`.
 * - Destruction ends the hosts with what runs on them; services go before, by the order of the graph.
 *
 * Each host costs, on demand in us-east-1, $0.1108 an hour as t3.large, $0.376 as m6i.xlarge (about $81 and $274 a
 * month), and its volume $8.00 a month (https://aws.amazon.com/ec2/pricing, https://aws.amazon.com/ebs/pricing).
 */
export class WindowsCapacity extends pulumi.ComponentResource implements HostCapacity {
  /** Known once the capacity provider is there; a cluster takes it in `hosts`. */
  readonly capacityProviderName: pulumi.Output<string>;
  readonly autoScalingGroupName: pulumi.Output<string>;
  readonly instanceRoleArn: pulumi.Output<string>;
  /** The hosts' own group. Tasks in network mode awsvpc wear their own instead. */
  readonly securityGroupId: pulumi.Output<string>;
  readonly taskSecurityGroupIds: readonly pulumi.Output<string>[];
  readonly group: HostGroup;
  readonly #ledger: HostRoomLedger;

  constructor(name: string, args: WindowsCapacityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:cluster:WindowsCapacity", name, {}, opts);
    const { operatingSystemFamily = "WINDOWS_SERVER_2022_CORE", domainJoin } = args;
    const settings = hostSettings(args, defaults);
    this.group = hostGroup({ operatingSystemFamily, cpuArchitecture: "X86_64", eniTrunking: false }, settings);
    this.#ledger = new HostRoomLedger(this.group, settings.ruleOverrides);
    checkHosts(this, "WindowsCapacity", name, {
      settings,
      group: this.group,
      smallestRootVolumeGiB: 50,
      ownSecurityGroups: domainJoin === undefined ? 1 : 2,
      mistakes: familyMistakes(operatingSystemFamily),
    });

    const securityGroupId = createHostGroup(this, name, args.vpcId);
    const role = createHostRole(this, name, domainJoin);
    const template = createLaunchTemplate(this, name, {
      settings,
      imageId: args.amiId ?? newestWindowsImage(this, operatingSystemFamily),
      rootDevice: "/dev/sda1",
      instanceProfileArn: role.profileArn,
      securityGroupIds: wornBy(securityGroupId, args),
      userData: encodeUserData(windowsUserData({ ...agentSettings(settings), domainJoin })),
    });
    const scaling = createAutoScalingGroup(this, name, settings, template);
    const provider = createCapacityProvider(this, name, settings, scaling);

    this.capacityProviderName = provider.name;
    this.autoScalingGroupName = scaling.name;
    this.instanceRoleArn = role.roleArn;
    this.securityGroupId = securityGroupId;
    this.taskSecurityGroupIds = createNameServerGroup(this, name, args.vpcId, domainJoin?.dnsServers);
    this.registerOutputs({
      capacityProviderName: this.capacityProviderName,
      autoScalingGroupName: this.autoScalingGroupName,
      instanceRoleArn: this.instanceRoleArn,
      securityGroupId: this.securityGroupId,
    });
  }

  take(tenant: HostTenant, resource: pulumi.Resource): void {
    this.#ledger.take(tenant, resource);
  }
}

function familyMistakes(family: WindowsHostFamily): string[] {
  if (windowsHostFamilies.includes(family)) return [];
  return [`AWS has no image for hosts of ${family}. Use ${windowsHostFamilies.join(", ")}.`];
}

function wornBy(own: pulumi.Output<string>, args: WindowsCapacityArgs): pulumi.Input<string>[] {
  const { domainJoin, clientSecurityGroupIds = [] } = args;
  return [own, ...(domainJoin === undefined ? [] : [domainJoin.clientSecurityGroupId]), ...clientSecurityGroupIds];
}
