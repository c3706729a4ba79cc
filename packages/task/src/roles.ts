import { arnHere, createServiceRole, type ServiceRole } from "@acme/iam";
import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ContainerArgs, SecretSource } from "./container.ts";

type Statement = aws.iam.PolicyStatement;

/** The role of the application itself: only what its storage, ECS Exec and the caller ask for. */
export function createTaskRole(parent: pulumi.Resource, name: string, statements: Statement[]): ServiceRole {
  return createServiceRole(parent, `${name}-task`, {
    service: "ecs-tasks.amazonaws.com",
    sourceArn: arnHere("ecs", "*"),
    description: `What the application ${name} may do`,
    statements,
  });
}

/** The role that ECS starts the task with: its own log group, its own secrets, and what the caller adds for images. */
export function createExecutionRole(
  parent: pulumi.Resource,
  name: string,
  args: { logGroup: aws.cloudwatch.LogGroup; containers: ContainerArgs[]; statements: Statement[] },
): ServiceRole {
  const secrets = args.containers.flatMap((container) => Object.values(container.secrets ?? {}));
  return createServiceRole(parent, `${name}-execution`, {
    service: "ecs-tasks.amazonaws.com",
    sourceArn: arnHere("ecs", "*"),
    description: `Starts the task ${name}: logs, secrets, images`,
    statements: [writeLogs(args.logGroup), ...readSecrets(secrets), ...args.statements],
  });
}

function writeLogs(logGroup: aws.cloudwatch.LogGroup): Statement {
  return {
    Sid: "WriteLogs",
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: pulumi.interpolate`${logGroup.arn}:*`,
  };
}

function readSecrets(sources: SecretSource[]): Statement[] {
  const secretArns = sources.flatMap((source) => ("secretArn" in source ? [source.secretArn] : []));
  const parameterArns = sources.flatMap((source) => ("parameterArn" in source ? [source.parameterArn] : []));
  const keyArns = [...new Set(sources.flatMap((source) => source.kmsKeyArn ?? []))];
  return [
    ...allow("ReadSecrets", "secretsmanager:GetSecretValue", secretArns),
    ...allow("ReadParameters", "ssm:GetParameters", parameterArns),
    ...allow("DecryptSecrets", "kms:Decrypt", keyArns),
  ];
}

function allow(sid: string, action: string, resources: pulumi.Input<string>[]): Statement[] {
  const distinct = [...new Set(resources)];
  return distinct.length === 0 ? [] : [{ Sid: sid, Effect: "Allow", Action: [action], Resource: distinct }];
}
