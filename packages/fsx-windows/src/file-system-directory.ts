import type * as aws from "@pulumi/aws";
import type { DirectoryReference } from "./directory-reference.ts";

/** The part of the file system that says which directory it joins. */
export function directoryMembership(directory: DirectoryReference): Partial<aws.fsx.WindowsFileSystemArgs> {
  if ("directoryId" in directory) return { activeDirectoryId: directory.directoryId };
  const { domainName, dnsIpAddresses, joinSecretArn, organizationalUnit, fileSystemAdministratorsGroup } = directory;
  return {
    selfManagedActiveDirectory: {
      domainName,
      // FSx takes three, the provider two.
      dnsIps: dnsIpAddresses.slice(0, 2),
      domainJoinServiceAccountSecret: joinSecretArn,
      organizationalUnitDistinguishedName: organizationalUnit,
      fileSystemAdministratorsGroup,
    },
  };
}
