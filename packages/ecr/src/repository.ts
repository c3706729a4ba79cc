import { policyJson } from "@acme/iam";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountMistakes, crossAccountPull } from "./access.ts";
import { lifecycleMistakes } from "./lifecycle-check.ts";
import { defaultLifecycleRules, type LifecycleRule, lifecyclePolicyText } from "./lifecycle-rule.ts";
import { type TagMutability, tagMutabilityInputs, tagMutabilityMistakes } from "./tag-mutability.ts";

export interface RepositoryArgs extends TagMutability {
  /** First part of the repository's name, such as the company or the product. A change replaces the repository. */
  namespace: string;
  /** Last part of the repository's name. Pipelines push to `namespace/name`. A change replaces the repository. */
  name: string;
  /**
   * Whether a pushed image is scanned for known vulnerabilities. A scanning configuration of the registry, where the
   * account has one, takes its place (botocore 1.43.107 ecr CreateRepositoryRequest.imageScanningConfiguration).
   *
   * @default true
   */
  scanOnPush?: boolean;
  /**
   * ARN of the KMS key that encrypts the images. It must allow its creator `kms:CreateGrant`, `kms:RetireGrant` and
   * `kms:DescribeKey`. A change of the encryption replaces the repository, without its images
   * (https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html).
   *
   * @default - AES-256 with a key of Amazon S3, which costs nothing
   */
  kmsKeyArn?: pulumi.Input<string>;
  /**
   * Which images are deleted or archived, 1–50 rules. An image that a service still runs must not be among them.
   *
   * @default - untagged images expire after 7 days, and the newest 500 images stay
   */
  lifecycleRules?: LifecycleRule[];
  /**
   * Other accounts whose identities can pull, 12 digits each. They also need a policy of their own account:
   * `pullStatements`.
   *
   * @default [] - only this account
   */
  pullAccountIds?: string[];
  /**
   * Whether `destroy` deletes the repository although it holds images.
   *
   * @default false - AWS refuses to delete a repository with images
   */
  forceDelete?: boolean;
}

/**
 * A private repository whose tags never move, scanned on push, encrypted, and cleaned of old images.
 *
 * Costs $0.10 a month for each GB of images (https://aws.amazon.com/ecr/pricing); layers that images share count once.
 */
export class Repository extends pulumi.ComponentResource {
  /** Where to push to and pull from: `<account>.dkr.ecr.<region>.amazonaws.com/<namespace>/<name>`. */
  readonly repositoryUrl: pulumi.Output<string>;
  readonly repositoryArn: pulumi.Output<string>;
  /** `<namespace>/<name>`. */
  readonly repositoryName: pulumi.Output<string>;

  constructor(name: string, args: RepositoryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:ecr:Repository", name, {}, opts);
    const { lifecycleRules = defaultLifecycleRules, pullAccountIds = [] } = args;
    checkRepository(this, name, args);

    const repository = new aws.ecr.Repository(
      name,
      {
        name: `${args.namespace}/${args.name}`,
        ...tagMutabilityInputs(args),
        imageScanningConfiguration: { scanOnPush: args.scanOnPush ?? true },
        encryptionConfigurations: [encryption(args.kmsKeyArn)],
        forceDelete: args.forceDelete ?? false,
      },
      { parent: this },
    );
    const policy = lifecyclePolicyText(lifecycleRules);
    new aws.ecr.LifecyclePolicy(name, { repository: repository.name, policy }, { parent: this });
    if (pullAccountIds.length > 0) {
      const policy = policyJson([crossAccountPull(pullAccountIds)]);
      new aws.ecr.RepositoryPolicy(name, { repository: repository.name, policy }, { parent: this });
    }

    this.repositoryUrl = repository.repositoryUrl;
    this.repositoryArn = repository.arn;
    this.repositoryName = repository.name;
    this.registerOutputs({
      repositoryUrl: this.repositoryUrl,
      repositoryArn: this.repositoryArn,
      repositoryName: this.repositoryName,
    });
  }
}

function encryption(kmsKey: pulumi.Input<string> | undefined) {
  return kmsKey === undefined ? { encryptionType: "AES256" } : { encryptionType: "KMS", kmsKey };
}

/** Refuses what AWS would refuse, all mistakes at once. */
function checkRepository(repository: Repository, name: string, args: RepositoryArgs): void {
  const mistakes = [
    ...nameMistakes(`${args.namespace}/${args.name}`),
    ...tagMutabilityMistakes(args),
    ...lifecycleMistakes(args.lifecycleRules ?? defaultLifecycleRules),
    ...accountMistakes(args.pullAccountIds ?? []),
  ];
  if (mistakes.length === 0) return;
  throw new pulumi.ResourceError(`Repository "${name}": ${mistakes.join(" ")}`, repository, true);
}

/** botocore 1.43.107 ecr RepositoryName */
function nameMistakes(repositoryName: string): string[] {
  const part = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  if (repositoryName.length > 256) {
    return [`The name "${repositoryName}" has ${repositoryName.length} characters. Use at most 256.`];
  }
  if (new RegExp(`^${part}(?:/${part})*$`).test(repositoryName)) return [];
  const fix = "Use lower-case letters and digits, with single ., _, - or / between them.";
  return [`"${repositoryName}" is no name of a repository. ${fix}`];
}
