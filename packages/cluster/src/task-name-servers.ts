import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * A group that lets tasks out to the name servers of their host, and nowhere else. The agent on Windows gives them to each
 * task in network mode awsvpc (https://github.com/aws/amazon-ecs-agent/pull/2903); security groups pass questions to the
 * VPC's own resolver alone.
 *
 * @returns its id, known once the ways out are there; none where the host has the VPC's resolver.
 */
export function createNameServerGroup(
  parent: pulumi.Resource,
  name: string,
  vpcId: pulumi.Input<string>,
  servers: pulumi.Input<string>[] = [],
): pulumi.Output<string>[] {
  if (servers.length === 0) return [];
  const group = new aws.ec2.SecurityGroup(`${name}-dns`, { vpcId, description: "Tasks on the hosts" }, { parent });
  const rules = servers.flatMap((server, index) =>
    ["tcp", "udp"].map(
      (ipProtocol) =>
        new aws.vpc.SecurityGroupEgressRule(
          `${name}-dns-${index + 1}-${ipProtocol}`,
          {
            securityGroupId: group.id,
            description: "DNS",
            ipProtocol,
            fromPort: 53,
            toPort: 53,
            cidrIpv4: pulumi.interpolate`${server}/32`,
          },
          { parent: group },
        ),
    ),
  );
  return [pulumi.all([group.id, ...rules.map((rule) => rule.id)]).apply(([id]) => id as string)];
}
