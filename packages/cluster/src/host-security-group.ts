import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * The hosts' own group: nothing comes in, and only HTTPS goes out. Its target is open because ECS, ECR and the other
 * AWS APIs have no fixed addresses; DNS and instance metadata are not subject to security groups
 * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html).
 *
 * @returns its id, known once the way out is there: a host that started earlier would not find its cluster.
 */
export function createHostGroup(
  parent: pulumi.Resource,
  name: string,
  vpcId: pulumi.Input<string>,
): pulumi.Output<string> {
  const group = new aws.ec2.SecurityGroup(`${name}-hosts`, { vpcId, description: "Hosts of the cluster" }, { parent });
  const https = new aws.vpc.SecurityGroupEgressRule(
    `${name}-hosts-https`,
    {
      securityGroupId: group.id,
      description: "AWS APIs and container registries",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
    },
    { parent: group },
  );
  return pulumi.all([group.id, https.id]).apply(([id]) => id);
}
