import * as pulumi from "@pulumi/pulumi";
import type { ActiveDirectoryArgs } from "./active-directory-args.ts";
import { createAdministratorSecret } from "./administrator-secret.ts";
import { checkDirectory } from "./directory-check.ts";
import { controllersAt, createControllersGroup, type DomainControllers } from "./directory-controllers.ts";
import { after } from "./directory-order.ts";
import type {
  DirectoryReference,
  ManagedDirectoryReference,
  SelfManagedDirectoryReference,
} from "./directory-reference.ts";
import { createDirectory } from "./directory-service.ts";
import { domainControllerPorts } from "./domain-controller-ports.ts";
import { createNameResolution } from "./name-resolution.ts";

/**
 * The directory that Windows hosts and file systems join, findable from the VPC: an AWS Managed Microsoft AD that it
 * creates, one that is there, or domain controllers of the company's own.
 *
 * Costs, a month in us-east-1: a created directory $87.60 (Standard) or $292.00 (Enterprise) and $0.40 for its
 * administrator's secret; a Resolver endpoint $182.50. AWS takes 20–45 minutes to create a directory, and about as long to
 * delete it. It cannot be stopped.
 */
export class ActiveDirectory extends pulumi.ComponentResource {
  /** What joins the domain takes it. Its names and ids are known once the VPC finds the domain: a host fails earlier. */
  readonly directory: DirectoryReference;
  /**
   * Secret of a created directory's administrator, a JSON object with `username` and `password`. The user `Admin` manages
   * one organizational unit and is no domain administrator. Its password ends after 42 days
   * (https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_password_policies.html): who resets it puts the
   * new one into the secret, which stays as it is then put.
   */
  readonly administratorSecretArn?: pulumi.Output<string>;

  constructor(name: string, args: ActiveDirectoryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:fsx-windows:ActiveDirectory", name, {}, opts);
    checkDirectory(this, name, args);

    const { identity, controllers, administratorSecretArn } = createOrTake(this, name, args);
    const clientSecurityGroupId = createControllersGroup(this, `${name}-clients`, {
      vpcId: args.vpcId,
      description: "Hosts and file systems of the directory",
      ports: domainControllerPorts,
      destinations: controllers.destinations,
    });
    const resolution = createNameResolution(this, name, args, controllers);

    this.directory = {
      ...("directoryId" in identity ? { directoryId: after(resolution, identity.directoryId) } : identity),
      domainName: after(resolution, args.directory.domainName),
      dnsIpAddresses: controllers.dnsIpAddresses,
      ...(args.nameResolution === "hosts" && { dnsServers: controllers.dnsIpAddresses }),
      clientSecurityGroupId,
    };
    this.administratorSecretArn = administratorSecretArn;
    this.registerOutputs({ directory: this.directory, administratorSecretArn: this.administratorSecretArn });
  }
}

/** A directory that stands, by what its kind is known by. */
interface StandingDirectory {
  identity:
    | Pick<ManagedDirectoryReference, "directoryId">
    | Omit<SelfManagedDirectoryReference, "domainName" | "dnsIpAddresses" | "clientSecurityGroupId">;
  controllers: DomainControllers;
  administratorSecretArn?: pulumi.Output<string>;
}

function createOrTake(parent: pulumi.Resource, name: string, args: ActiveDirectoryArgs): StandingDirectory {
  const { directory } = args;
  switch (directory.kind) {
    case "managed": {
      const administrator = createAdministratorSecret(parent, name, args);
      const { directoryId, controllers } = createDirectory(
        parent,
        name,
        { ...args, directory },
        administrator.password,
      );
      return { identity: { directoryId }, controllers, administratorSecretArn: administrator.secretArn };
    }
    case "existing-managed":
      return {
        identity: { directoryId: directory.directoryId },
        controllers: controllersAt(directory.dnsIpAddresses),
      };
    case "self-managed": {
      const { joinSecretArn, joinSecretKmsKeyArn, organizationalUnit, fileSystemAdministratorsGroup } = directory;
      return {
        identity: { joinSecretArn, joinSecretKmsKeyArn, organizationalUnit, fileSystemAdministratorsGroup },
        controllers: controllersAt(directory.dnsIpAddresses),
      };
    }
  }
}
