import type { HostGroup, HostTenant } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import { createAutoScalingGroup } from "./auto-scaling-group.ts";
import { createCapacityProvider } from "./capacity-provider.ts";
import type { HostCapacity } from "./host-capacity.ts";
import { checkHosts } from "./host-check.ts";
import { newestLinuxImage } from "./host-image.ts";
import { createHostRole } from "./host-role.ts";
import { HostRoomLedger } from "./host-room-ledger.ts";
import { createHostGroup } from "./host-security-group.ts";
import { agentSettings, hostGroup, hostSettings } from "./host-settings.ts";
import { createLaunchTemplate } from "./launch-template.ts";
import type { LinuxCapacityArgs } from "./linux-capacity-args.ts";
import { linuxUserData } from "./linux-user-data.ts";
import { encodeUserData } from "./user-data.ts";

const defaults = { rootVolumeGiB: 30, instanceWarmupSeconds: 300, reservedMemoryMiB: 256 };

/**
 * Linux hosts of a cluster, on Amazon Linux 2023: an Auto Scaling group over zones behind a capacity provider, by which
 * ECS starts hosts for tasks, drains them and ends them. Nothing connects to a host; a person enters one by
 * `aws ssm start-session --target <instance id>`.
 *
 * - A newer AMI, or any other change of how a host starts, begins an instance refresh at the next `up`: host by host, one
 *   more first. It goes on after `up` has ended: `aws autoscaling describe-instance-refreshes`. AWS rolls back to the
 *   former version where new hosts do not stay up; then the next `up` must change something to try again.
 * - Destruction ends the hosts with what runs on them; services go before, by the order of the graph.
 *
 * Each host costs what its instance type does (https://aws.amazon.com/ec2/pricing), and its volume $2.40 a month in
 * us-east-1 (https://aws.amazon.com/ebs/pricing).
 */
export class LinuxCapacity extends pulumi.ComponentResource implements HostCapacity {
  /** Known once the capacity provider is there; a cluster takes it in `hosts`. */
  readonly capacityProviderName: pulumi.Output<string>;
  readonly autoScalingGroupName: pulumi.Output<string>;
  readonly instanceRoleArn: pulumi.Output<string>;
  /** The hosts' own group. Tasks in network mode awsvpc wear their own instead. */
  readonly securityGroupId: pulumi.Output<string>;
  readonly taskSecurityGroupIds = [];
  readonly group: HostGroup;
  readonly #ledger: HostRoomLedger;

  constructor(name: string, args: LinuxCapacityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:cluster:LinuxCapacity", name, {}, opts);
    const { cpuArchitecture = "X86_64", eniTrunking = false } = args;
    const settings = hostSettings(args, defaults);
    this.group = hostGroup({ operatingSystemFamily: "LINUX", cpuArchitecture, eniTrunking }, settings);
    this.#ledger = new HostRoomLedger(this.group, settings.ruleOverrides);
    checkHosts(this, "LinuxCapacity", name, {
      settings,
      group: this.group,
      smallestRootVolumeGiB: 30,
      ownSecurityGroups: 1,
    });

    const securityGroupId = createHostGroup(this, name, args.vpcId);
    const role = createHostRole(this, name);
    const template = createLaunchTemplate(this, name, {
      settings,
      imageId: args.amiId ?? newestLinuxImage(this, cpuArchitecture),
      rootDevice: "/dev/xvda",
      instanceProfileArn: role.profileArn,
      securityGroupIds: [securityGroupId, ...settings.clientSecurityGroupIds],
      userData: encodeUserData(linuxUserData(agentSettings(settings))),
    });
    const scaling = createAutoScalingGroup(this, name, settings, template);
    const provider = createCapacityProvider(this, name, settings, scaling);

    this.capacityProviderName = provider.name;
    this.autoScalingGroupName = scaling.name;
    this.instanceRoleArn = role.roleArn;
    this.securityGroupId = securityGroupId;
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
