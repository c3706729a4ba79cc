import type { TaskShape } from "@acme/rules";
import type * as pulumi from "@pulumi/pulumi";

/** A port that a container of the task listens on. */
export interface TaskPort {
  /** Name of the container in the task definition. */
  containerName: string;
  /** Port inside the container. */
  containerPort: number;
}

/** The task that a service runs: a `TaskDefinition`, or whatever tells the same about an existing one. */
export interface TaskReference {
  /** ARN with the revision: a new one is what makes a service deploy. */
  taskDefinitionArn: pulumi.Input<string>;
  /** Security groups that the task must wear to reach its storage. */
  clientSecurityGroupIds: pulumi.Input<string>[];
  /** Every port of every container. */
  ports: TaskPort[];
  /** What the rules of AWS need to know of the task. */
  shape: TaskShape;
  /** Whether ECS Exec may open a shell in it. */
  executeCommand: boolean;
}
