import type * as pulumi from "@pulumi/pulumi";

/** An AWS Managed Microsoft AD to create: two domain controllers, each in a zone of its own. */
export interface ManagedDirectory {
  kind: "managed";
  /**
   * `Standard` holds about 30,000 objects and costs 87.60 USD a month, `Enterprise` 292.00
   * (https://docs.aws.amazon.com/directoryservice/latest/admin-guide/directory_microsoft_ad.html,
   * https://aws.amazon.com/directoryservice/pricing). AWS takes the dear one where nothing is said. A change replaces the
   * directory, and what joined it stays behind.
   */
  edition: "Standard" | "Enterprise";
  /**
   * Fully qualified name, such as `corp.example.com`, of 47 characters at most. It resolves in the VPC only. A change
   * replaces the directory, and what joined it stays behind.
   */
  domainName: string;
  /**
   * NetBIOS name, 15 characters at most, which also names the organizational unit that the administrator manages.
   *
   * @default - the first part of the domain name
   */
  shortName?: string;
}

/** An AWS Managed Microsoft AD that is there. */
export interface ExistingManagedDirectory {
  kind: "existing-managed";
  /** `d-` and ten hexadecimal digits. */
  directoryId: string;
  /** Fully qualified name of its domain, 47 characters at most. */
  domainName: string;
  /** IPv4 addresses of its domain controllers, 1–3. */
  dnsIpAddresses: string[];
}

/** Domain controllers of the company's own, which the VPC can reach. */
export interface SelfManagedDirectory {
  kind: "self-managed";
  /** Fully qualified name of the domain, 47 characters at most. */
  domainName: string;
  /** IPv4 addresses of its DNS servers, 1–3, which are domain controllers. */
  dnsIpAddresses: string[];
  /**
   * Secret with the account that joins hosts and file systems: a JSON object with the keys
   * `CUSTOMER_MANAGED_ACTIVE_DIRECTORY_USERNAME` and `CUSTOMER_MANAGED_ACTIVE_DIRECTORY_PASSWORD` (botocore 1.43.107 fsx
   * SelfManagedActiveDirectoryConfiguration.DomainJoinServiceAccountSecret).
   */
  joinSecretArn: string;
  /**
   * Customer key of that secret.
   *
   * @default - the AWS managed key
   */
  joinSecretKmsKeyArn?: string;
  /**
   * Distinguished name of the organizational unit for the accounts of hosts and file systems, such as
   * `OU=FSx,DC=corp,DC=example,DC=com`.
   *
   * @default - the directory's own
   */
  organizationalUnit?: string;
  /**
   * Group of the directory whose members manage file systems.
   *
   * @default "Domain Admins"
   */
  fileSystemAdministratorsGroup?: string;
}

export interface ActiveDirectoryArgs {
  /** VPC of the subnets, and of all that joins the domain. Active Directory does not work through NAT. */
  vpcId: pulumi.Input<string>;
  /**
   * Private subnets, one for each Availability Zone. The first two hold the domain controllers of a directory that is
   * created, and the Resolver endpoint: they must be in different zones
   * (https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DirectoryVpcSettings.html).
   */
  subnetIds: pulumi.Input<string>[];
  /** The directory: to be created, or there already. */
  directory: ManagedDirectory | ExistingManagedDirectory | SelfManagedDirectory;
  /**
   * How the VPC finds the names of the domain.
   *
   * `resolver-endpoint`: a Route 53 Resolver endpoint hands questions about the domain to its controllers; all other names
   * are resolved as before. 182.50 USD a month for two network interfaces, and 0.40 for a million questions
   * (https://aws.amazon.com/route53/pricing).
   *
   * `dhcp-options`: free; every instance and every Fargate task of the VPC asks the domain controllers for every name, and
   * resolves none while they fail. Security groups pass questions to the VPC's own resolver, but hold back those to domain
   * controllers (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html): what neither wears
   * `clientSecurityGroupId` nor has another way out to port 53 resolves nothing at all.
   *
   * `hosts`: free; each Windows host asks the domain controllers for every name, and so do its tasks in network mode
   * awsvpc, which get its name servers and wear a group for the way (https://github.com/aws/amazon-ecs-agent/pull/2903).
   * They resolve none while the controllers fail. Nothing else in the VPC finds the domain.
   *
   * `existing`: the VPC finds the domain by other means.
   */
  nameResolution: "resolver-endpoint" | "dhcp-options" | "hosts" | "existing";
  /**
   * ARN of the customer key that encrypts the administrator's secret.
   *
   * @default - none; required for a directory that is created
   */
  kmsKeyArn?: pulumi.Input<string>;
  /**
   * Days in which the administrator's deleted secret can be restored: 7–30, or 0 to delete it at once.
   *
   * @default 30
   */
  secretRecoveryWindowDays?: number;
}
