import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ActiveDirectoryArgs, ManagedDirectory } from "./active-directory-args.ts";
import type { DomainControllers } from "./directory-controllers.ts";

/** A directory that was created. */
export interface CreatedDirectory {
  directoryId: pulumi.Output<string>;
  controllers: DomainControllers;
}

/** Creates an AWS Managed Microsoft AD with two controllers, in the first two subnets. */
export function createDirectory(
  parent: pulumi.Resource,
  name: string,
  { vpcId, subnetIds, directory }: ActiveDirectoryArgs & { directory: ManagedDirectory },
  password: pulumi.Output<string>,
): CreatedDirectory {
  const { edition, domainName, shortName } = directory;
  const created = new aws.directoryservice.Directory(
    name,
    {
      type: "MicrosoftAD",
      edition,
      name: domainName,
      shortName,
      password,
      vpcSettings: { vpcId, subnetIds: subnetIds.slice(0, 2) },
    },
    // AWS takes 20–45 minutes. Another password would replace the directory.
    { parent, ignoreChanges: ["password"], customTimeouts: { create: "60m", delete: "60m" } },
  );
  const address = (index: number) => created.dnsIpAddresses.apply((addresses) => addresses[index] as string);
  return {
    directoryId: created.id,
    controllers: {
      dnsIpAddresses: [address(0), address(1)],
      destinations: [{ referencedSecurityGroupId: created.securityGroupId }],
    },
  };
}
