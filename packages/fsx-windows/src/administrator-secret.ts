import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ActiveDirectoryArgs } from "./active-directory-args.ts";

/** The administrator's secret, as others may know it. */
export interface AdministratorSecret {
  /** Known once the secret has its value. */
  secretArn: pulumi.Output<string>;
  password: pulumi.Output<string>;
}

/**
 * 32 characters of all four classes. Left out are those that JSON, PowerShell, a shell or a URL read as their own, and
 * those that look alike; without an i the password cannot hold the administrator's name, which Active Directory refuses
 * (https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/hh994562(v=ws.11)).
 */
export const passwordRules: aws.secretsmanager.GetRandomPasswordArgs = {
  passwordLength: 32,
  excludeCharacters: "!\"#$%&'()*,/:;<=>?@[\\]^`{|}~IOil10",
  requireEachIncludedType: true,
};

/** Creates the secret with a password that is drawn once: every preview draws another, and none of them is used. */
export function createAdministratorSecret(
  parent: pulumi.Resource,
  name: string,
  { kmsKeyArn, secretRecoveryWindowDays = 30 }: Pick<ActiveDirectoryArgs, "kmsKeyArn" | "secretRecoveryWindowDays">,
): AdministratorSecret {
  const secret = new aws.secretsmanager.Secret(
    `${name}-administrator`,
    {
      description: `Administrator of the directory ${name}`,
      kmsKeyId: kmsKeyArn,
      recoveryWindowInDays: secretRecoveryWindowDays,
    },
    { parent },
  );
  const { randomPassword } = aws.secretsmanager.getRandomPasswordOutput(passwordRules, { parent });
  const version = new aws.secretsmanager.SecretVersion(
    `${name}-administrator`,
    {
      secretId: secret.id,
      secretString: pulumi.secret(pulumi.jsonStringify({ username: "Admin", password: randomPassword })),
    },
    { parent, ignoreChanges: ["secretString"] },
  );
  const held = pulumi.secret(pulumi.jsonParse(version.secretString as pulumi.Output<string>));
  return { secretArn: version.arn, password: held.apply(({ password }) => password as string) };
}
