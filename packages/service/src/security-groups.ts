import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** A security group with the rules that must stand before anything wears it. */
export interface RuledGroup {
  group: aws.ec2.SecurityGroup;
  rules: pulumi.Resource[];
}

/**
 * The tasks' own group: nothing comes in, and only HTTPS goes out. Its target is open because ECR, CloudWatch Logs and
 * the other AWS APIs have no fixed addresses; storage is reached by the groups of the storage, and DNS and the task
 * metadata are not subject to security groups
 * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html).
 */
export function createTaskGroup(parent: pulumi.Resource, name: string, vpcId: pulumi.Input<string>): RuledGroup {
  const group = new aws.ec2.SecurityGroup(`${name}-tasks`, { vpcId, description: "Tasks of the service" }, { parent });
  const https = new aws.vpc.SecurityGroupEgressRule(
    `${name}-tasks-https`,
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
  return { group, rules: [https] };
}

/** Who may talk to the load balancer, and to whom it talks. */
export interface LoadBalancerGroupArgs {
  vpcId: pulumi.Input<string>;
  /** Ports that are open to all IPv4 addresses. */
  ports: number[];
  tasks: aws.ec2.SecurityGroup;
  containerPort: number;
}

/**
 * The load balancer's group, and the one way from it to the tasks. Its rules are named after the port, so that another
 * port gets new rules and the old ones stay until no task needs them.
 */
export function createLoadBalancerGroup(
  parent: pulumi.Resource,
  name: string,
  { vpcId, ports, tasks, containerPort }: LoadBalancerGroupArgs,
): RuledGroup {
  const group = new aws.ec2.SecurityGroup(
    `${name}-load-balancer`,
    { vpcId, description: "Load balancer of the service" },
    { parent },
  );
  const open = ports.map((port) => createOpenPort(group, name, port));
  const port = { ipProtocol: "tcp", fromPort: containerPort, toPort: containerPort };
  const out = new aws.vpc.SecurityGroupEgressRule(
    `${name}-load-balancer-tasks-${containerPort}`,
    { securityGroupId: group.id, referencedSecurityGroupId: tasks.id, description: "Requests to the tasks", ...port },
    { parent: group },
  );
  const into = new aws.vpc.SecurityGroupIngressRule(
    `${name}-tasks-load-balancer-${containerPort}`,
    { securityGroupId: tasks.id, referencedSecurityGroupId: group.id, description: "The load balancer", ...port },
    { parent: tasks },
  );
  return { group, rules: [...open, out, into] };
}

function createOpenPort(group: aws.ec2.SecurityGroup, name: string, port: number): pulumi.Resource {
  return new aws.vpc.SecurityGroupIngressRule(
    `${name}-load-balancer-${port}`,
    {
      securityGroupId: group.id,
      description: "Clients",
      ipProtocol: "tcp",
      fromPort: port,
      toPort: port,
      cidrIpv4: "0.0.0.0/0",
    },
    { parent: group },
  );
}
