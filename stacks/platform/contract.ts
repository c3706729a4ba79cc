import * as pulumi from "@pulumi/pulumi";

/** What the stack gives to the services of its environment. */
export interface PlatformOutputs {
  /** Zones of the network, in the order of the subnets. */
  availabilityZones: string[];
  vpcId: pulumi.Output<string>;
  publicSubnetIds: pulumi.Output<string>[];
  privateSubnetIds: pulumi.Output<string>[];
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
  const idsOf = (output: "publicSubnetIds" | "privateSubnetIds") =>
    zones.map((_zone, index) => reference.requireOutput(output).apply((ids): string => ids[index]));
  return {
    availabilityZones: zones,
    vpcId: reference.requireOutput("vpcId") as pulumi.Output<string>,
    publicSubnetIds: idsOf("publicSubnetIds"),
    privateSubnetIds: idsOf("privateSubnetIds"),
  };
}
