import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * What a task role needs for ECS Exec with an encrypted session and an encrypted log
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html). The channels of Session Manager and
 * DescribeLogGroups are no resources that a policy could name, so theirs is `*`.
 */
export function executeCommandStatements(
  logGroupArn: pulumi.Input<string>,
  kmsKeyArn: pulumi.Input<string>,
): aws.iam.PolicyStatement[] {
  return [
    {
      Sid: "OpenExecuteCommandChannels",
      Effect: "Allow",
      Action: [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
      Resource: "*",
    },
    { Sid: "FindExecuteCommandLog", Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: "*" },
    {
      Sid: "WriteExecuteCommandLog",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${logGroupArn}:*`,
    },
    { Sid: "DecryptExecuteCommandSession", Effect: "Allow", Action: ["kms:Decrypt"], Resource: kmsKeyArn },
  ];
}

/** Every session is written to the log, whatever a task's own log configuration says. */
export function executeCommandConfiguration(
  logGroup: aws.cloudwatch.LogGroup,
  kmsKeyArn: pulumi.Input<string>,
): aws.types.input.ecs.ClusterConfigurationExecuteCommandConfiguration {
  return {
    kmsKeyId: kmsKeyArn,
    logging: "OVERRIDE",
    logConfiguration: { cloudWatchLogGroupName: logGroup.name, cloudWatchEncryptionEnabled: true },
  };
}
