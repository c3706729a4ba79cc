import type * as pulumi from "@pulumi/pulumi";

/** A container of a task, in ECS's terms. */
export interface ContainerArgs {
  /** Letters, digits, `-` and `_`; unique in the task. */
  name: string;
  /** Image by digest (`…@sha256:…`) or by a tag that never moves. */
  image: pulumi.Input<string>;
  /**
   * Whether the task stops when this container stops.
   *
   * @default true
   */
  essential?: boolean;
  /**
   * Arguments for the image's entry point.
   *
   * @default - the image's own
   */
  command?: pulumi.Input<string>[];
  /**
   * @default - the image's own
   */
  entryPoint?: pulumi.Input<string>[];
  /**
   * CPU units of the container alone. EC2 Windows needs it, and holds the container to it: without, Windows gives 1 % of
   * one CPU (botocore 1.43.107 ecs ContainerDefinition.cpu).
   *
   * @default - it shares the task's
   */
  cpu?: number;
  /**
   * Hard limit: the container is killed above it. Needed on EC2 where the task has no memory, so always on EC2 Windows.
   *
   * @default - it shares the task's
   */
  memoryMiB?: number;
  /** Ports that the container listens on. @default [] */
  portMappings?: PortMapping[];
  /** Plain settings by name. Never a secret: they can be read in the console. @default {} */
  environment?: Record<string, pulumi.Input<string>>;
  /** Settings whose values ECS reads when the task starts, by name. @default {} */
  secrets?: Record<string, SecretSource>;
  /**
   * A command that ECS runs inside the container. The chiseled .NET images have no shell and no curl: leave it out and
   * rely on the load balancer, or start a program of the image.
   *
   * @default - none
   */
  healthCheck?: ContainerHealthCheck;
  /** Containers of the task that come first, with what is waited for. @default {} */
  dependsOn?: Record<string, "START" | "COMPLETE" | "SUCCESS" | "HEALTHY">;
  /**
   * User and group that the process runs as. Not for Windows containers, which run as the `USER` of their image. It is set even where the image names one, since Security Hub's
   * ECS.20 reads the task definition alone.
   *
   * @default "1654:1654", the `app` user of the .NET images; none on Windows
   */
  user?: string;
  /**
   * Lets the process run as root, with the reason.
   *
   * @default - `user` may not be root
   */
  rootUser?: { reason: string };
  /**
   * Folders that stay writable under the read-only root, each in memory (tmpfs), empty when the container starts. Fargate
   * has them since January 2026 (https://github.com/aws/containers-roadmap/issues/736).
   *
   * @default - `/tmp` with 64 MiB; none on Windows, where the whole file system is writable
   */
  writableDirectories?: WritableDirectory[];
  /**
   * Lets the container write to its whole file system, with the reason: ECS Exec needs it.
   *
   * @default - the root file system is read-only; on Windows it never is
   */
  writableRoot?: { reason: string };
  /**
   * Time between SIGTERM and SIGKILL.
   *
   * @default 30
   */
  stopTimeoutSeconds?: number;
}

/** A folder in memory. */
export interface WritableDirectory {
  /** Absolute path. */
  path: string;
  /**
   * Its size, which counts against the task's memory as far as it is filled.
   *
   * @default 64
   */
  sizeMiB?: number;
}

/** A port of a container. The host port is the same in network mode awsvpc, and any free one otherwise. */
export interface PortMapping {
  containerPort: number;
  /** @default "tcp" */
  protocol?: "tcp" | "udp";
}

/** Where the value of a secret setting is kept. */
export type SecretSource =
  | {
      /** ARN of a Secrets Manager secret. */
      secretArn: pulumi.Input<string>;
      /** Key of the secret's JSON object. @default - the whole value */
      jsonKey?: string;
      /** ARN of the customer key that encrypts it. @default - the AWS managed key */
      kmsKeyArn?: pulumi.Input<string>;
    }
  | {
      /** ARN of an SSM parameter. */
      parameterArn: pulumi.Input<string>;
      /** ARN of the customer key that encrypts it. @default - the AWS managed key */
      kmsKeyArn?: pulumi.Input<string>;
    };

/** A container's own health check. */
export interface ContainerHealthCheck {
  /** `["CMD", program, …]`, or `["CMD-SHELL", line]` where the image has a shell. */
  command: string[];
  /** @default 30 */
  intervalSeconds?: number;
  /** @default 5 */
  timeoutSeconds?: number;
  /** @default 3 */
  retries?: number;
  /** Failures before this are not counted. @default 0 */
  startPeriodSeconds?: number;
}
