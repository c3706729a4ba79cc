import type * as pulumi from "@pulumi/pulumi";

/**
 * The directory that hosts join when they start; a directory of `@acme/fsx-windows` has this shape. A managed one takes
 * hosts through AWS Directory Service, with the instance role alone; a self-managed one takes an account from a secret.
 */
export type DomainJoin = {
  /** Fully qualified name of the domain, such as `corp.example.com`. */
  domainName: pulumi.Input<string>;
  /**
   * Distinguished name of the organizational unit for the hosts' accounts.
   *
   * @default - the directory's own
   */
  organizationalUnit?: string;
  /**
   * Addresses of the domain controllers, which the hosts ask for every name, where the network itself does not find the
   * domain.
   *
   * @default - the network's own resolver
   */
  dnsServers?: pulumi.Input<string>[];
  /** Worn by the hosts to speak to the domain controllers. */
  clientSecurityGroupId: pulumi.Input<string>;
} & (
  | { /** AWS Managed Microsoft AD. */ directoryId: pulumi.Input<string> }
  | {
      /**
       * Secret with the joining account: a JSON object with the keys `CUSTOMER_MANAGED_ACTIVE_DIRECTORY_USERNAME` and
       * `CUSTOMER_MANAGED_ACTIVE_DIRECTORY_PASSWORD`.
       */
      joinSecretArn: pulumi.Input<string>;
      /** Customer key of that secret. @default - the AWS managed key */
      joinSecretKmsKeyArn?: pulumi.Input<string>;
    }
);
