import type * as pulumi from "@pulumi/pulumi";

/** What every directory tells those that join it. */
interface DirectoryNames {
  /** Fully qualified name of the domain, such as `corp.example.com`. */
  domainName: pulumi.Input<string>;
  /** Addresses of its DNS servers: the domain controllers. */
  dnsIpAddresses: pulumi.Input<string>[];
  /**
   * The same addresses, where the hosts must ask them for every name because the VPC does not find the domain.
   *
   * @default - hosts ask the VPC's resolver
   */
  dnsServers?: pulumi.Input<string>[];
  /** Worn by hosts and file systems to speak to the domain controllers; it opens the way out, to them only. */
  clientSecurityGroupId: pulumi.Input<string>;
  /**
   * Distinguished name of the organizational unit for the accounts of hosts and file systems.
   *
   * @default - the directory's own
   */
  organizationalUnit?: string;
}

/** An AWS Managed Microsoft AD. */
export interface ManagedDirectoryReference extends DirectoryNames {
  /** `d-` and ten hexadecimal digits. */
  directoryId: pulumi.Input<string>;
}

/** A directory of the company's own domain controllers. */
export interface SelfManagedDirectoryReference extends DirectoryNames {
  /**
   * Secret with the account that joins hosts and file systems: a JSON object with the keys
   * `CUSTOMER_MANAGED_ACTIVE_DIRECTORY_USERNAME` and `CUSTOMER_MANAGED_ACTIVE_DIRECTORY_PASSWORD`.
   */
  joinSecretArn: pulumi.Input<string>;
  /**
   * Customer key of that secret.
   *
   * @default - the AWS managed key
   */
  joinSecretKmsKeyArn?: pulumi.Input<string>;
  /**
   * Group of the directory whose members manage file systems.
   *
   * @default "Domain Admins"
   */
  fileSystemAdministratorsGroup?: string;
}

/** The directory that hosts and file systems join: an `ActiveDirectory`, or an existing one by its ids. */
export type DirectoryReference = ManagedDirectoryReference | SelfManagedDirectoryReference;
