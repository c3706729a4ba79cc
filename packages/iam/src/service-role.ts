import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { serviceTrust, type TrustArgs } from "./trust.ts";

/** A role for an AWS service. */
export interface ServiceRoleArgs extends TrustArgs {
  /** What the role is for, as the console shows it. */
  description: string;
  /** What the role may do. No policy is made of an empty list. */
  statements: aws.iam.PolicyStatement[];
  /**
   * ARNs of managed policies to attach, where a service cannot do without one.
   *
   * @default []
   */
  managedPolicyArns?: string[];
}

/** A role that may be used: its ARN comes only once the role has its policies. */
export interface ServiceRole {
  /** ARN of the role, known when every policy is attached, so that nothing starts with half of its permissions. */
  arn: pulumi.Output<string>;
  name: pulumi.Output<string>;
}

/** Creates a role that one AWS service assumes, never protected, since it holds nothing, with one inline policy of exactly these statements. */
export function createServiceRole(parent: pulumi.Resource, name: string, args: ServiceRoleArgs): ServiceRole {
  const role = new aws.iam.Role(
    name,
    { description: args.description, assumeRolePolicy: pulumi.jsonStringify(serviceTrust(args)) },
    { parent, protect: false },
  );
  const policies: pulumi.Output<string>[] = [];
  if (args.statements.length > 0) {
    const policy = policyJson(args.statements);
    policies.push(new aws.iam.RolePolicy(name, { role: role.name, policy }, { parent: role }).id);
  }
  for (const policyArn of args.managedPolicyArns ?? []) {
    const attachment = `${name}-${policyArn.split("/").at(-1)}`;
    policies.push(new aws.iam.RolePolicyAttachment(attachment, { role: role.name, policyArn }, { parent: role }).id);
  }
  return { arn: pulumi.all([role.arn, ...policies]).apply(([arn]) => arn as string), name: role.name };
}

/** A policy document of these statements, as JSON. */
export function policyJson(statements: aws.iam.PolicyStatement[]): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}
