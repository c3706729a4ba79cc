import type { RuleOverride } from "@acme/rules";
import type * as pulumi from "@pulumi/pulumi";
import type { AgentSettings } from "./agent-settings.ts";
import type { ClusterReference } from "./cluster-reference.ts";

/** What hosts of either operating system are made of. */
export interface HostArgs {
  /** Cluster that the hosts join: what `hosts` of a `Cluster` is given. */
  cluster: ClusterReference;
  /** VPC that holds the subnets. */
  vpcId: pulumi.Input<string>;
  /**
   * One private subnet for each Availability Zone, with a way to the AWS APIs: a NAT gateway or VPC endpoints. Hosts
   * have no public address.
   */
  subnetIds: pulumi.Input<string>[];
  /**
   * Instance types that the group may start, the one to be preferred first. A second one of the same size lets the
   * group grow where a zone has run out of the first. Room for tasks is judged by the weakest.
   */
  instanceTypes: string[];
  /** Hosts that stand even without a task, 0 or more. With 0 the first task waits for a host to start. */
  minimumHosts: number;
  /** Hosts that the group grows to at most, 1 or more. Beyond it tasks wait; what cannot fit is refused beforehand. */
  maximumHosts: number;
  /**
   * Single-Region customer managed key for the hosts' volumes. Its policy must let EC2 Auto Scaling use it
   * (`ebs-auto-scaling` of an `EncryptionKey`): without that each host ends as soon as it starts
   * (https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html).
   */
  kmsKeyArn: pulumi.Input<string>;
  /**
   * Worn by the hosts beside their own group, to reach what they mount themselves, such as a `WindowsFileSystem`. A
   * network interface takes five in all.
   *
   * @default []
   */
  clientSecurityGroupIds?: pulumi.Input<string>[];
  /**
   * AMI of the hosts, made for ECS. It stays until it is changed here; whoever pins it patches by changing it.
   *
   * @default - the newest that AWS publishes, at the time of each `up`; a newer one replaces host by host
   */
  amiId?: pulumi.Input<string>;
  /**
   * Size of the encrypted gp3 root volume, which holds the operating system and every image: Windows 50–16384 GiB,
   * Linux 30–16384.
   *
   * @default - 100 for Windows, 30 for Linux
   */
  rootVolumeGiB?: number;
  /**
   * Share of the hosts' room that ECS aims to fill, 1–100. Less than 100 keeps hosts without a task for tasks to come.
   *
   * @default 100
   */
  targetCapacityPercent?: number;
  /**
   * Share of the hosts on Spot, 0–100: cheaper, and taken back with two minutes' notice, in which ECS drains them.
   *
   * @default 0
   */
  spotPercent?: number;
  /**
   * Hosts beside the group that have started once and are stopped: they cost their volumes only, and stand in service
   * sooner than a new host. Not together with `spotPercent`.
   *
   * @default - none
   */
  warmPool?: {
    /** Stopped hosts that are kept ready, 1 or more. */
    hosts: number;
  };
  /**
   * Seconds from the start of a host until it counts: for the scaling by ECS, the health check and the instance
   * refresh, 0–10000 (botocore 1.43.107 ecs ManagedScaling.instanceWarmupPeriod). Too short, and ECS starts a second
   * host while the first still boots.
   *
   * @default - 900 for Windows, 300 for Linux
   */
  instanceWarmupSeconds?: number;
  /**
   * Memory of each host that ECS leaves to the operating system.
   *
   * @default - 2048 for Windows, 256 for Linux
   */
  reservedMemoryMiB?: number;
  /**
   * Seconds from the end of a task until its containers go, and with them the drive letters of its FSx volumes,
   * 60–10800. AWS's own default of three hours lets a task that fails again and again use up all of them.
   *
   * @default 600
   */
  taskCleanupSeconds?: number;
  /**
   * How the ECS agent pulls, starts and clears away.
   *
   * @default - patient enough for large images; see each of them
   */
  agent?: AgentTuning;
  /**
   * Tags of the hosts, their volumes and their network interfaces, beside `Name`: `aws:defaultTags` reaches nothing
   * that an Auto Scaling group starts.
   *
   * @default {}
   */
  tags?: Record<string, string>;
  /**
   * Rules of AWS to pass, for the day on which AWS allows more than `@acme/rules` knows.
   *
   * @default []
   */
  ruleOverrides?: RuleOverride[];
}

/** Settings of the agent that no other argument decides. */
export type AgentTuning = Pick<
  AgentSettings,
  | "imagePullInactivitySeconds"
  | "containerStartTimeoutSeconds"
  | "imageCleanupMinutes"
  | "imageMinimumAgeMinutes"
  | "imagesPerCleanup"
>;
