import type { VolumeKind } from "@acme/rules";
import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/**
 * A storage mounted at a path: everything that a task needs to use it. Storage components make them
 * (`files.at("/data")`); a task knows no storage by name.
 */
export interface Mount {
  /** What kind of volume it is, for the rules of where it works. */
  kind: VolumeKind;
  /** Name of the volume in the task definition: letters, digits, `-` and `_`, at most 255. */
  name: string;
  /** Absolute path, the same in every container of the task. */
  containerPath: string;
  /** @default false */
  readOnly?: boolean;
  /** The volume's own part of the task definition, without its name. */
  volume: Omit<aws.types.input.ecs.TaskDefinitionVolume, "name">;
  /**
   * Security group that a task must wear to reach the storage.
   *
   * @default - none is needed
   */
  clientSecurityGroupId?: pulumi.Input<string>;
  /**
   * What the task role needs.
   *
   * @default []
   */
  taskRoleStatements?: aws.iam.PolicyStatement[];
  /**
   * What the execution role needs.
   *
   * @default []
   */
  executionRoleStatements?: aws.iam.PolicyStatement[];
}
