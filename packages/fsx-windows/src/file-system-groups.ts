import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** https://docs.aws.amazon.com/fsx/latest/WindowsGuide/limit-access-security-groups.html */
const ports = [
  { port: 445, description: "SMB" },
  { port: 5985, description: "Remote PowerShell" },
];

/** The two ends of the way to a file system. */
export interface FileSystemGroups {
  /** Worn by hosts. */
  clients: aws.ec2.SecurityGroup;
  /** Worn by the file system. */
  servers: aws.ec2.SecurityGroup;
  /** All that lies open between them. */
  rules: pulumi.CustomResource[];
}

/** Creates the two groups and the ways between them. Neither lets in or out anything else. */
export function createFileSystemGroups(
  parent: pulumi.Resource,
  name: string,
  vpcId: pulumi.Input<string>,
): FileSystemGroups {
  const group = (what: string, description: string) =>
    new aws.ec2.SecurityGroup(`${name}-${what}`, { vpcId, description }, { parent, protect: false });
  const clients = group("clients", "Hosts that mount the file system");
  const servers = group("servers", "File servers of the file system");
  const rules = ports.flatMap(({ port, description }) => {
    const way = { description, ipProtocol: "tcp", fromPort: port, toPort: port };
    return [
      new aws.vpc.SecurityGroupEgressRule(
        `${name}-clients-${port}`,
        { securityGroupId: clients.id, referencedSecurityGroupId: servers.id, ...way },
        { parent, protect: false },
      ),
      new aws.vpc.SecurityGroupIngressRule(
        `${name}-servers-${port}`,
        { securityGroupId: servers.id, referencedSecurityGroupId: clients.id, ...way },
        { parent, protect: false },
      ),
    ];
  });
  return { clients, servers, rules };
}
