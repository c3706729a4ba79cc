import { policyJson } from "@acme/iam";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type KeyUser, keyUserStatements } from "./key-user.ts";

/** What a key is for, and who may use it. */
export interface EncryptionKeyArgs {
  /** What the key protects, as the console shows it. */
  description: string;
  /**
   * AWS services that use the key by themselves. Each gets the statement that its documentation asks for, and no other
   * service can use the key.
   *
   * @default [] - only identities of this account, as far as their own policies allow
   */
  usedBy?: KeyUser[];
  /**
   * Days between the deletion of the key by `destroy` and its end, 7–30. Until then the deletion can be cancelled;
   * afterwards everything that the key encrypted is lost.
   *
   * @default 30
   */
  deletionWindowDays?: number;
}

/**
 * A symmetric key of the account's own, rotated every year, which only this account and the named services can use.
 *
 * Costs $1 a month, $1 more after each of the first two rotations, and $0.03 for 10,000 requests
 * (https://aws.amazon.com/kms/pricing). A key that waits for its deletion costs nothing.
 */
export class EncryptionKey extends pulumi.ComponentResource {
  /** What other resources encrypt with. */
  readonly keyArn: pulumi.Output<string>;
  /** The key without its Region and account, as the few APIs want it that take no ARN. */
  readonly keyId: pulumi.Output<string>;
  /** The name in the console, `alias/<project>-<stack>-<name>`: a key has none of its own. */
  readonly aliasName: pulumi.Output<string>;

  constructor(name: string, args: EncryptionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("acme:kms:EncryptionKey", name, {}, opts);
    const { deletionWindowDays = 30 } = args;
    const alias = `alias/${pulumi.getProject()}-${pulumi.getStack()}-${name}`;
    requireDeletionWindow(this, name, deletionWindowDays);
    requireAliasCharacters(this, name, alias);

    const key = new aws.kms.Key(
      name,
      {
        description: args.description,
        enableKeyRotation: true,
        deletionWindowInDays: deletionWindowDays,
        policy: policyJson([allowAccount(), ...keyUserStatements(args.usedBy ?? [])]),
      },
      { parent: this },
    );
    const named = new aws.kms.Alias(name, { name: alias, targetKeyId: key.keyId }, { parent: this, protect: false });

    this.keyArn = key.arn;
    this.keyId = key.keyId;
    this.aliasName = named.name;
    this.registerOutputs({ keyArn: this.keyArn, keyId: this.keyId, aliasName: this.aliasName });
  }
}

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html */
function requireDeletionWindow(key: EncryptionKey, name: string, days: number): void {
  if (Number.isInteger(days) && days >= 7 && days <= 30) return;
  const problem = `a deletion window of ${days} days is not allowed. Use a whole number of days, 7–30.`;
  throw new pulumi.ResourceError(`EncryptionKey "${name}": ${problem}`, key, true);
}

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
function requireAliasCharacters(key: EncryptionKey, name: string, alias: string): void {
  if (/^[a-zA-Z0-9/_-]{1,256}$/.test(alias)) return;
  const problem = `its alias "${alias}" is longer than 256 characters or holds others than letters, digits, -, _ and /.`;
  throw new pulumi.ResourceError(`EncryptionKey "${name}": ${problem} Rename the key, project or stack.`, key, true);
}

/**
 * Hands the decision to the IAM policies of the account. Without it a key can become one that nobody can manage
 * (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html).
 */
function allowAccount(): aws.iam.PolicyStatement {
  const { partition } = aws.getPartitionOutput();
  const { accountId } = aws.getCallerIdentityOutput();
  return {
    Sid: "DelegateToIam",
    Effect: "Allow",
    Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${accountId}:root` },
    Action: ["kms:*"],
    Resource: "*",
  };
}
