import { type PlatformDirectory, type PlatformOutputs, platform } from "@acme/stack-platform";
import * as pulumi from "@pulumi/pulumi";

/** The platform of an environment that has a directory. */
export type PlatformWithDirectory = PlatformOutputs & { directory: PlatformDirectory };

/** The platform of this environment. Hosts and files join its directory: without one this stack cannot stand. */
export async function platformWithDirectory(): Promise<PlatformWithDirectory> {
  const outputs = await platform();
  if (outputs.directory !== undefined) return { ...outputs, directory: outputs.directory };
  const environment = pulumi.getStack();
  throw new pulumi.RunError(
    `windows-iis ${environment} needs a directory, and platform ${environment} has none. ` +
      `Set platform:directory in stacks/platform/Pulumi.${environment}.yaml, then run: pnpm stacks up ${environment}`,
  );
}
