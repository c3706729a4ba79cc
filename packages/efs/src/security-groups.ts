import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

const NFS = { ipProtocol: "tcp", fromPort: 2049, toPort: 2049 };

/** The two ends of the way to a file system. */
export interface SecurityGroups {
  /** Worn by tasks. */
  clients: aws.ec2.SecurityGroup;
  /** Worn by the mount targets. */
  mountTargets: aws.ec2.SecurityGroup;
}

/** Creates the two groups and the one way between them, TCP 2049. Neither lets in or out anything else. */
export function createSecurityGroups(
  parent: pulumi.Resource,
  name: string,
  vpcId: pulumi.Input<string>,
): SecurityGroups {
  const group = (what: string, description: string) =>
    new aws.ec2.SecurityGroup(`${name}-${what}`, { vpcId, description }, { parent, protect: false });
  const clients = group("clients", "Tasks that mount the file system");
  const mountTargets = group("mount-targets", "Mount targets of the file system");
  new aws.vpc.SecurityGroupEgressRule(
    `${name}-clients`,
    {
      securityGroupId: clients.id,
      referencedSecurityGroupId: mountTargets.id,
      ...NFS,
    },
    { parent, protect: false },
  );
  new aws.vpc.SecurityGroupIngressRule(
    `${name}-mount-targets`,
    {
      securityGroupId: mountTargets.id,
      referencedSecurityGroupId: clients.id,
      ...NFS,
    },
    { parent, protect: false },
  );
  return { clients, mountTargets };
}
