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

/** What is wrong with the directory, each with what to do (botocore 1.43.107 fsx SelfManagedActiveDirectoryConfiguration.DnsIps). */
export function membershipMistakes(directory: DirectoryReference): string[] {
  if ("directoryId" in directory) {
    if (!("joinSecretArn" in directory) || directory.joinSecretArn === undefined) return [];
    return ["directory has directoryId and joinSecretArn, of two kinds of directory. Leave one of them out."];
  }
  const { length } = directory.dnsIpAddresses;
  if (length >= 1 && length <= 3) return [];
  return [`directory.dnsIpAddresses has ${length} addresses. Give 1–3.`];
}
