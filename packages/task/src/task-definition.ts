import type { TaskShape } from "@acme/rules";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { containerDefinitions } from "./container-definition.ts";
import { createExecutionRole, createTaskRole } from "./roles.ts";
import { checkTask } from "./task-check.ts";
import type { TaskDefinitionArgs } from "./task-definition-args.ts";
import { shapeOf } from "./task-shape.ts";

/** A port that a container of the task listens on. */
export interface ContainerPort {
  containerName: string;
  containerPort: number;
}

/**
 * A task definition with its log group and its two roles, which hold exactly what the task uses.
 *
 * A change registers a new revision; whoever runs the task decides when to use it. The task itself costs nothing until it
 * runs; logs cost 0.50 USD for each GB that is written.
 */
export class TaskDefinition extends pulumi.ComponentResource {
  /** ARN with the revision. */
  readonly taskDefinitionArn: pulumi.Output<string>;
  /** ARN of the family, without a revision. */
  readonly familyArn: pulumi.Output<string>;
  readonly taskRoleArn: pulumi.Output<string>;
  readonly executionRoleArn: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;
  /** Security groups that the task must wear to reach its volumes. */
  readonly clientSecurityGroupIds: pulumi.Input<string>[];
  readonly ports: ContainerPort[];
  readonly containerNames: string[];
  /** What the rules of AWS need to know of the task. */
  readonly shape: TaskShape;
  /** Whether ECS Exec may open a shell in it. */
  readonly executeCommand: boolean;

  constructor(name: string, args: TaskDefinitionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:task:TaskDefinition", name, {}, opts);
    this.shape = shapeOf(args);
    checkTask(this, name, args, this.shape);

    const volumes = args.volumes ?? [];
    const logGroup = createLogGroup(this, name, args);
    const taskRole = createTaskRole(this, name, [
      ...volumes.flatMap((mount) => mount.taskRoleStatements ?? []),
      ...(args.executeCommand?.statements ?? []),
      ...(args.taskRoleStatements ?? []),
    ]);
    const executionRole = createExecutionRole(this, name, {
      logGroup,
      containers: args.containers,
      statements: [
        ...volumes.flatMap((mount) => mount.executionRoleStatements ?? []),
        ...(args.executionRoleStatements ?? []),
      ],
    });
    const definition = createDefinition(this, name, args, this.shape, {
      taskRoleArn: taskRole.arn,
      executionRoleArn: executionRole.arn,
      logGroupName: logGroup.name,
    });

    this.taskDefinitionArn = definition.arn;
    this.familyArn = definition.arnWithoutRevision;
    this.taskRoleArn = taskRole.arn;
    this.executionRoleArn = executionRole.arn;
    this.logGroupName = logGroup.name;
    this.clientSecurityGroupIds = volumes.flatMap((mount) => mount.clientSecurityGroupId ?? []);
    this.ports = args.containers.flatMap(({ name: containerName, portMappings = [] }) =>
      portMappings.map(({ containerPort }) => ({ containerName, containerPort })),
    );
    this.containerNames = args.containers.map((container) => container.name);
    this.executeCommand = args.executeCommand !== undefined;
    this.registerOutputs({ taskDefinitionArn: this.taskDefinitionArn, logGroupName: this.logGroupName });
  }
}

function createLogGroup(parent: pulumi.Resource, name: string, args: TaskDefinitionArgs): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(
    name,
    { retentionInDays: args.logRetentionDays ?? 365, kmsKeyId: args.logKmsKeyArn },
    { parent },
  );
}

interface Parts {
  taskRoleArn: pulumi.Input<string>;
  executionRoleArn: pulumi.Input<string>;
  logGroupName: pulumi.Input<string>;
}

function createDefinition(
  parent: pulumi.Resource,
  name: string,
  args: TaskDefinitionArgs,
  shape: TaskShape,
  { taskRoleArn, executionRoleArn, logGroupName }: Parts,
): aws.ecs.TaskDefinition {
  const logs = { logGroupName, region: aws.getRegionOutput().region };
  const volumes = args.volumes ?? [];
  return new aws.ecs.TaskDefinition(
    name,
    {
      family: `${pulumi.getProject()}-${pulumi.getStack()}-${name}`,
      requiresCompatibilities: [shape.launchType],
      networkMode: shape.networkMode === "awsvpc" ? "awsvpc" : undefined,
      cpu: args.cpu?.toString(),
      memory: args.memoryMiB?.toString(),
      runtimePlatform: {
        operatingSystemFamily: shape.operatingSystemFamily,
        cpuArchitecture: shape.cpuArchitecture,
      },
      ephemeralStorage: args.ephemeralStorageGiB === undefined ? undefined : { sizeInGib: args.ephemeralStorageGiB },
      taskRoleArn,
      executionRoleArn,
      volumes: volumes.map((mount) => ({ ...mount.volume, name: mount.name })),
      containerDefinitions: pulumi.jsonStringify(containerDefinitions(args.containers, volumes, logs, shape)),
    },
    { parent },
  );
}
