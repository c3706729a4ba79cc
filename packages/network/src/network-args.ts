/** AWS services that tasks reach most, by the last part of their endpoint's name. */
export type EndpointService =
  | "ds"
  | "ec2messages"
  | "ecr.api"
  | "ecr.dkr"
  | "ecs"
  | "ecs-agent"
  | "ecs-telemetry"
  | "elasticfilesystem"
  | "fsx"
  | "kms"
  | "logs"
  | "secretsmanager"
  | "ssm"
  | "ssmmessages"
  | "sts";

/** The shape of the network. */
export interface NetworkArgs {
  /** Names of two or three Availability Zones of the Region, such as `us-east-1a`. Each gets two subnets. */
  availabilityZones: string[];
  /**
   * Address block of the VPC, /16 to /24. Zones divide it evenly; half of a zone's part is its private subnet, a quarter
   * its public one. It cannot be changed later, and must not overlap networks to be connected.
   */
  cidrBlock: string;
  /**
   * How private subnets reach the internet. `one-per-zone` survives the loss of a zone; `single` makes every zone depend
   * on the first; `none` leaves only the endpoints. Each gateway costs 32.85 USD a month and 0.045 USD for each GB.
   */
  natGateways: "none" | "single" | "one-per-zone";
  /**
   * Services to reach without the internet. Each costs 7.30 USD a month for each zone. The S3 gateway endpoint, which is
   * free, is always there.
   *
   * @default []
   */
  interfaceEndpoints?: EndpointService[];
  /** @default 365 */
  flowLogRetentionDays?: number;
}
