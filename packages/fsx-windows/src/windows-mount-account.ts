import type * as pulumi from "@pulumi/pulumi";

/** The account that the ECS agent mounts with. */
export interface MountAccount {
  /**
   * Secret of Secrets Manager with a JSON object, its keys in lower case: `{"username":"…","password":"…"}`. The user name
   * is the plain one of the account: the agent puts the domain before it
   * (aws/amazon-ecs-agent, agent/taskresource/fsxwindowsfileserver). Its ARN is whole, and names no key of the object.
   */
  secretArn: pulumi.Input<string>;
  /**
   * Customer key of that secret.
   *
   * @default - the key `aws/secretsmanager` of the account
   */
  kmsKeyArn?: pulumi.Input<string>;
}

/** Who mounts. One of the two is given. */
export interface MountAccountArgs {
  /**
   * An account of its own, whose rights on files and folders are what the tasks may do.
   *
   * @default - none; required without `mountAsAdministrator`
   */
  mountSecret?: MountAccount;
  /**
   * Mounts as the directory's administrator: a container that is broken into then changes every file and whose files they
   * are, whatever the folders say. Passwords of a managed directory end after 42 days, that of `Admin` too: no new task
   * mounts then, until someone has reset it and put the new one into the secret
   * (https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_password_policies.html).
   *
   * @default - refused
   */
  mountAsAdministrator?: MountAccount & { reason: string };
}

/** The account that was given. */
export function mountAccount({ mountSecret, mountAsAdministrator }: MountAccountArgs): MountAccount {
  return (mountSecret ?? mountAsAdministrator) as MountAccount;
}

/** What is wrong with the account, each with what to do. ARNs that only AWS knows pass. */
export function mountAccountMistakes({ mountSecret, mountAsAdministrator }: MountAccountArgs): string[] {
  const mistakes = [
    ...secretMistakes("mountSecret", mountSecret),
    ...secretMistakes("mountAsAdministrator", mountAsAdministrator),
  ];
  if (mountSecret === undefined && mountAsAdministrator === undefined) {
    mistakes.push("It has no account to mount with. Give mountSecret, a secret with a service account.");
  }
  if (mountSecret !== undefined && mountAsAdministrator !== undefined) {
    mistakes.push("mountAsAdministrator does not go with mountSecret, which is enough. Leave one of them out.");
  }
  if (mountAsAdministrator?.reason.trim() === "") {
    mistakes.push("mountAsAdministrator has no reason. Say why no service account can mount.");
  }
  return mistakes;
}

function secretMistakes(argument: string, account?: MountAccount): string[] {
  const arn = account?.secretArn;
  if (typeof arn !== "string") return [];
  const whole = /^(arn:[^:]+:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-[a-zA-Z0-9]{6})(:.*)?$/.exec(arn);
  if (whole !== null && whole[2] === undefined) return [];
  if (whole !== null) {
    return [`${argument}.secretArn ends in "${whole[2]}", and the agent reads whole secrets. Use "${whole[1]}".`];
  }
  const problem = `${argument}.secretArn "${arn}" is no ARN of a secret in Secrets Manager`;
  return [`${problem}. Give it whole, with its last six characters.`];
}
