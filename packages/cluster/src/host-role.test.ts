import { ofType, only, type Plan } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { managedDirectory, planLinux, planWindows, selfManagedDirectory } from "./test-hosts.ts";

const everyHost = [
  "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
  "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
];
const attached = (planned: Plan) =>
  ofType(planned, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").map((each) => each.inputs.policyArn);
const inline = (planned: Plan) =>
  ofType(planned, "aws:iam/rolePolicy:RolePolicy").map((each) => JSON.parse(String(each.inputs.policy)).Statement);

describe("Role of hosts", () => {
  it.each([
    ["Windows", planWindows],
    ["Linux", planLinux],
  ])("holds what ECS and Session Manager need on %s, and nothing else", async (_what, plan) => {
    const planned = await plan();
    expect(attached(planned).sort()).toEqual(everyHost);
    expect(inline(planned)).toEqual([]);
  });

  it("is for EC2 alone", async () => {
    const trust = JSON.parse(String(only(await planWindows(), "aws:iam/role:Role").inputs.assumeRolePolicy));
    expect(trust.Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "ec2.amazonaws.com" },
        Action: "sts:AssumeRole",
      },
    ]);
  });

  it("joins a managed directory through Directory Service", async () => {
    const planned = await planWindows({ domainJoin: managedDirectory });
    expect(attached(planned).sort()).toEqual(["arn:aws:iam::aws:policy/AmazonSSMDirectoryServiceAccess", ...everyHost]);
    expect(inline(planned)).toEqual([]);
  });

  it("reads the joining account of a self-managed directory, and no other secret", async () => {
    const planned = await planWindows({ domainJoin: selfManagedDirectory });
    expect(attached(planned).sort()).toEqual(everyHost);
    expect(inline(planned)).toEqual([
      [
        {
          Sid: "ReadJoinAccount",
          Effect: "Allow",
          Action: ["secretsmanager:GetSecretValue"],
          Resource: selfManagedDirectory.joinSecretArn,
        },
      ],
    ]);
  });

  it("decrypts with the customer key of that secret alone", async () => {
    const joinSecretKmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/join";
    const planned = await planWindows({ domainJoin: { ...selfManagedDirectory, joinSecretKmsKeyArn } });
    expect(inline(planned)[0][1]).toEqual({
      Sid: "DecryptJoinAccount",
      Effect: "Allow",
      Action: ["kms:Decrypt"],
      Resource: joinSecretKmsKeyArn,
    });
    expect(inline(planned)[0]).toHaveLength(2);
  });

  it("has its policies before a host starts", async () => {
    const planned = await planWindows();
    const template = only(planned, "aws:ec2/launchTemplate:LaunchTemplate");
    for (const { urn } of ofType(planned, "aws:iam/rolePolicyAttachment:RolePolicyAttachment")) {
      expect(template.dependencies).toContain(urn);
    }
  });
});
