import type { CpuArchitecture, LaunchType, OperatingSystemFamily, RuleOverride } from "@acme/rules";
import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ContainerArgs } from "./container.ts";
import type { Mount } from "./mount.ts";

/** What a task is made of. */
export interface TaskDefinitionArgs {
  /**
   * CPU units of the task, 1024 to a vCPU. Fargate needs it and has fixed sizes; a wrong pair is refused with the nearest
   * one. EC2 Windows ignores it: give each container its own
   * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_definitions.html).
   *
   * @default - on EC2, what the containers ask for
   */
  cpu?: number;
  /**
   * Memory of the task in MiB, as `cpu`.
   *
   * @default - on EC2, what the containers ask for: each must then have its own
   */
  memoryMiB?: number;
  /** One to ten containers. */
  containers: ContainerArgs[];
  /** Storage that every container mounts, as storage components give it: `files.at("/data")`. @default [] */
  volumes?: Mount[];
  /** Where the task can run. @default "FARGATE" */
  launchType?: LaunchType;
  /**
   * What the containers run on. A Windows container runs only on the Windows Server that its image was built for, to the
   * edition of the hosts.
   *
   * @default "LINUX"
   */
  operatingSystemFamily?: OperatingSystemFamily;
  /** Must be the one that the images are built for. ARM64 costs about a fifth less on Fargate. @default "X86_64" */
  cpuArchitecture?: CpuArchitecture;
  /**
   * How the task is reached. `awsvpc` gives it a network interface and security groups of its own; services and schedules
   * of this repository with a load balancer need that. `default` leaves the mode out, for EC2: containers then share the
   * host's interface, by `bridge` on Linux and by NAT on Windows, where host port 80 is taken by the task role's proxy.
   *
   * @default "awsvpc"
   */
  networkMode?: "awsvpc" | "default";
  /**
   * Disk of a Fargate task, 21–200 GiB. Image layers count against it.
   *
   * @default - Fargate's 20 GiB, which cost nothing extra
   */
  ephemeralStorageGiB?: number;
  /** What the application may do beside using its volumes. @default [] */
  taskRoleStatements?: aws.iam.PolicyStatement[];
  /** What starting the task needs beside logs and secrets: to pull private images. @default [] */
  executionRoleStatements?: aws.iam.PolicyStatement[];
  /**
   * Opens a shell in running containers (ECS Exec): the statements that the cluster's audited log asks of the task
   * role. It needs a writable root file system in every container and an image with a shell.
   *
   * @default - no shell
   */
  executeCommand?: { statements: aws.iam.PolicyStatement[] };
  /** Set where the image has no shell, as the chiseled .NET images: ECS Exec is then warned about. @default false */
  imageWithoutShell?: boolean;
  /** CloudWatch bills storage by the month; Security Hub's CloudWatch.16 asks for 365. @default 365 */
  logRetentionDays?: number;
  /** Customer key of the log group. @default - CloudWatch's own encryption */
  logKmsKeyArn?: pulumi.Input<string>;
  /** Rules of AWS that this environment passes, each with its reason. @default [] */
  ruleOverrides?: RuleOverride[];
}
