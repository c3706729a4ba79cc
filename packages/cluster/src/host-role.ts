import { policyJson } from "@acme/iam";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { DomainJoin } from "./domain-join.ts";

/**
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html; Session Manager is how a person
 * enters a host, since no port is open.
 */
const everyHost = [
  "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
  "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
];

/** `ds:CreateComputer` and `ds:DescribeDirectories`, to join through AWS Directory Service. */
const managedDirectory = "arn:aws:iam::aws:policy/AmazonSSMDirectoryServiceAccess";

/**
 * As AWS documents it, without a condition on the account: EC2 hands a role to instances of the role's own account
 * only, and a condition on a key that the request does not carry would leave hosts without credentials
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html).
 */
const trust: aws.iam.PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};

/** The role of the hosts, and how an instance wears it. */
export interface HostRole {
  roleArn: pulumi.Output<string>;
  /** Instance profile, known once the role has its policies: a host that started earlier would not join its cluster. */
  profileArn: pulumi.Output<string>;
}

/**
 * Creates the role of the hosts with what ECS, Session Manager and the joining of a domain need, and no more. Tasks
 * have roles of their own.
 */
export function createHostRole(parent: pulumi.Resource, name: string, domainJoin?: DomainJoin): HostRole {
  const role = new aws.iam.Role(
    `${name}-hosts`,
    { description: `Hosts of ${name}`, assumeRolePolicy: JSON.stringify(trust) },
    { parent },
  );
  const policies = managedPolicies(domainJoin).map((policyArn) => {
    const attachment = `${name}-hosts-${policyArn.split("/").at(-1)}`;
    return new aws.iam.RolePolicyAttachment(attachment, { role: role.name, policyArn }, { parent: role }).id;
  });
  const statements = joinStatements(domainJoin);
  if (statements.length > 0) {
    const policy = policyJson(statements);
    policies.push(new aws.iam.RolePolicy(`${name}-hosts`, { role: role.name, policy }, { parent: role }).id);
  }
  const profile = new aws.iam.InstanceProfile(`${name}-hosts`, { role: role.name }, { parent });
  return { roleArn: role.arn, profileArn: pulumi.all([profile.arn, ...policies]).apply(([arn]) => arn as string) };
}

function managedPolicies(domainJoin: DomainJoin | undefined): string[] {
  return domainJoin !== undefined && "directoryId" in domainJoin ? [...everyHost, managedDirectory] : everyHost;
}

function joinStatements(domainJoin: DomainJoin | undefined): aws.iam.PolicyStatement[] {
  if (domainJoin === undefined || !("joinSecretArn" in domainJoin)) return [];
  const { joinSecretArn, joinSecretKmsKeyArn } = domainJoin;
  const read = allow("ReadJoinAccount", "secretsmanager:GetSecretValue", joinSecretArn);
  if (joinSecretKmsKeyArn === undefined) return [read];
  return [read, allow("DecryptJoinAccount", "kms:Decrypt", joinSecretKmsKeyArn)];
}

function allow(sid: string, action: string, resource: pulumi.Input<string>): aws.iam.PolicyStatement {
  return { Sid: sid, Effect: "Allow", Action: [action], Resource: resource };
}
