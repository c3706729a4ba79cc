import type { DirectoryReference, SelfManagedDirectoryReference } from "@acme/fsx-windows";
import * as pulumi from "@pulumi/pulumi";

/** A secret and the key that encrypts it. */
export interface SecretReference {
  secretArn: pulumi.Input<string>;
  kmsKeyArn: pulumi.Input<string>;
}

/** The directory of an environment, and the account that its creation made. */
export type PlatformDirectory = DirectoryReference & {
  /** The administrator of a directory that the stack created itself. */
  administratorSecret?: SecretReference;
};

/** What the stack gives to the services of its environment. */
export interface PlatformOutputs {
  /** Zones of the network, in the order of the subnets. */
  availabilityZones: string[];
  vpcId: pulumi.Output<string>;
  publicSubnetIds: pulumi.Output<string>[];
  privateSubnetIds: pulumi.Output<string>[];
  /** The directory that Windows hosts and file systems join; absent where the environment has none. */
  directory?: PlatformDirectory;
}

/** The platform of this environment: the stack `platform` of the same name. */
export async function platform(): Promise<PlatformOutputs> {
  const environment = pulumi.getStack();
  const reference = new pulumi.StackReference("platform", {
    name: `${pulumi.getOrganization()}/platform/${environment}`,
  });
  const { value: zones } = await reference.getOutputDetails("availabilityZones");
  if (!Array.isArray(zones)) {
    throw new pulumi.RunError(`platform ${environment} is not up yet. Run: pnpm stacks up ${environment}`);
  }
  const { value: directory } = await reference.getOutputDetails("directory");
  const idsOf = (output: "publicSubnetIds" | "privateSubnetIds") =>
    zones.map((_zone, index) => reference.requireOutput(output).apply((ids): string => ids[index]));
  return {
    availabilityZones: zones,
    vpcId: reference.requireOutput("vpcId") as pulumi.Output<string>,
    publicSubnetIds: idsOf("publicSubnetIds"),
    privateSubnetIds: idsOf("privateSubnetIds"),
    ...(directory && { directory: directoryOf(reference.requireOutput("directory"), directory) }),
  };
}

/** The directory, each value an output of its own, but for the names that the environment file gave. */
function directoryOf(output: pulumi.Output<unknown>, shape: PlatformDirectory): PlatformDirectory {
  const { organizationalUnit, fileSystemAdministratorsGroup } = shape as Partial<SelfManagedDirectoryReference>;
  return {
    ...(mirror(output, shape) as PlatformDirectory),
    ...(organizationalUnit !== undefined && { organizationalUnit }),
    ...(fileSystemAdministratorsGroup !== undefined && { fileSystemAdministratorsGroup }),
  };
}

/** The value of an output, its shape plain and each of its texts an output of its own. */
function mirror(output: pulumi.Output<unknown>, shape: unknown): unknown {
  if (Array.isArray(shape)) return shape.map((each, index) => mirror(part(output, index), each));
  if (typeof shape !== "object" || shape === null) return output;
  return Object.fromEntries(Object.entries(shape).map(([key, each]) => [key, mirror(part(output, key), each)]));
}

function part(output: pulumi.Output<unknown>, key: string | number): pulumi.Output<unknown> {
  return output.apply((value) => (value as Record<string | number, unknown>)[key]);
}
