import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const PULL = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html */
const PUSH = [
  "ecr:BatchCheckLayerAvailability",
  "ecr:BatchGetImage",
  "ecr:CompleteLayerUpload",
  "ecr:InitiateLayerUpload",
  "ecr:PutImage",
  "ecr:UploadLayerPart",
];

/**
 * What an identity needs to log in and pull from these repositories. An encrypted repository needs nothing more: ECR uses
 * the key by its own grants (https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html).
 */
export function pullStatements(repositoryArns: pulumi.Input<string>[]): aws.iam.PolicyStatement[] {
  return [logIn(), { Effect: "Allow", Action: PULL, Resource: repositoryArns }];
}

/** What a pipeline needs to log in and push to these repositories. It can neither delete images nor change settings. */
export function pushStatements(repositoryArns: pulumi.Input<string>[]): aws.iam.PolicyStatement[] {
  return [logIn(), { Effect: "Allow", Action: PUSH, Resource: repositoryArns }];
}

/** The token belongs to the registry: named on a repository, the action grants nothing and the login is denied. */
function logIn(): aws.iam.PolicyStatement {
  return { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" };
}

/**
 * Lets identities of other accounts pull, as far as their own account allows it. A repository's policy names no resource:
 * it is the repository (https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html).
 */
export function crossAccountPull(accountIds: string[]): aws.iam.PolicyStatement {
  const { partition } = aws.getPartitionOutput();
  const accounts = accountIds.map((accountId) => pulumi.interpolate`arn:${partition}:iam::${accountId}:root`);
  return { Sid: "PullFromOtherAccounts", Effect: "Allow", Principal: { AWS: accounts }, Action: PULL };
}

/** What is wrong with the ids, each with what to do. */
export function accountMistakes(accountIds: string[]): string[] {
  const malformed = accountIds.filter((accountId) => !/^\d{12}$/.test(accountId));
  const repeated = accountIds.filter((accountId, index) => accountIds.indexOf(accountId) !== index);
  return [
    ...malformed.map((accountId) => `"${accountId}" is no account id. Use 12 digits, in quotes.`),
    ...[...new Set(repeated)].map((accountId) => `Account ${accountId} is given twice. Name each account once.`),
  ];
}
