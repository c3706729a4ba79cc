import { arnHere, createServiceRole } from "@acme/iam";
import * as aws from "@pulumi/aws";
import type { Vpc } from "@pulumi/awsx/ec2/vpc.js";
import * as pulumi from "@pulumi/pulumi";

/** Records all accepted and rejected traffic of the VPC into a log group (Security Hub EC2.6). */
export function createFlowLog(parent: pulumi.Resource, name: string, vpc: Vpc, retentionInDays: number): void {
  const logGroup = new aws.cloudwatch.LogGroup(`${name}-flow`, { retentionInDays }, { parent, protect: false });
  const role = createServiceRole(parent, `${name}-flow`, {
    service: "vpc-flow-logs.amazonaws.com",
    description: `Writes the flow log of the network ${name}`,
    sourceArn: arnHere("ec2", "vpc-flow-log/*"),
    statements: [
      // The list of log groups has no resource that it could be limited to.
      { Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: "*" },
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        Resource: pulumi.interpolate`${logGroup.arn}:*`,
      },
    ],
  });
  new aws.ec2.FlowLog(
    `${name}-flow`,
    { vpcId: vpc.vpcId, trafficType: "ALL", logDestination: logGroup.arn, iamRoleArn: role.arn },
    { parent, protect: false },
  );
}
