import { ofType, only, record } from "@acme/plan";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { createServiceRole } from "./service-role.ts";

class Owner extends pulumi.ComponentResource {
  constructor(args: Partial<Parameters<typeof createServiceRole>[2]>) {
    super("acme:test:Owner", "owner", {});
    const role = createServiceRole(this, "job", {
      service: "ecs-tasks.amazonaws.com",
      description: "Runs the job",
      statements: [],
      ...args,
    });
    this.registerOutputs({ arn: role.arn });
  }
}

const account = "${aws:index/getCallerIdentity:getCallerIdentity().accountId}";
const trustOf = (plan: Awaited<ReturnType<typeof record>>) =>
  JSON.parse(String(only(plan, "aws:iam/role:Role").inputs.assumeRolePolicy));

describe("createServiceRole", () => {
  it("lets only the service assume the role, and only for this account", async () => {
    const plan = await record(() => new Owner({}));
    expect(trustOf(plan)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "ecs-tasks.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    });
  });

  it("narrows the trust to a source", async () => {
    const plan = await record(() => new Owner({ sourceArn: "arn:aws:scheduler:us-east-1:1:schedule-group/jobs" }));
    expect(trustOf(plan).Statement[0].Condition).toEqual({
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": "arn:aws:scheduler:us-east-1:1:schedule-group/jobs" },
    });
  });

  it("writes the statements into one inline policy", async () => {
    const statements = [{ Effect: "Allow" as const, Action: ["sqs:SendMessage"], Resource: "arn:aws:sqs:::q" }];
    const plan = await record(() => new Owner({ statements }));
    expect(JSON.parse(String(only(plan, "aws:iam/rolePolicy:RolePolicy").inputs.policy))).toEqual({
      Version: "2012-10-17",
      Statement: statements,
    });
  });

  it("makes no policy without statements", async () => {
    const plan = await record(() => new Owner({}));
    expect(ofType(plan, "aws:iam/rolePolicy:RolePolicy")).toEqual([]);
  });

  it("attaches managed policies by their ARN", async () => {
    const managedPolicyArns = ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"];
    const plan = await record(() => new Owner({ managedPolicyArns }));
    const attachment = only(plan, "aws:iam/rolePolicyAttachment:RolePolicyAttachment");
    expect(attachment.name).toBe("job-AmazonSSMManagedInstanceCore");
    expect(attachment.inputs.policyArn).toBe(managedPolicyArns[0]);
  });
});
