import { z } from "zod";

/** What every environment file says about AWS. */
export interface AwsSettings {
  /** The AWS Region that the environment stands in (`aws:region`). */
  region: string;
  /** The accounts that the environment may be deployed to (`aws:allowedAccountIds`), twelve digits each. */
  accountIds: string[];
}

// Two to four letters, then words, then a number: us-east-1, us-gov-west-1, eusc-de-east-1.
// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

const accountId = z
  .string({
    error: (issue) => `${JSON.stringify(issue.input)} is not text, and a number loses leading zeros. ${QUOTE}`,
  })
  .regex(/^\d{12}$/, { error: (issue) => `"${issue.input}" is not an AWS account id. ${QUOTE}` });

const QUOTE = `Write all twelve digits in quotes, for example "123456789012".`;

/** The settings of the namespace `aws` that are read here; the provider reads the others by itself. */
export const awsShape = {
  region: z
    .string()
    .regex(REGION, { error: (issue) => `"${issue.input}" is not an AWS Region. Use a name such as us-east-1.` })
    .meta({ description: "The AWS Region that the environment stands in.", examples: ["us-east-1"] }),
  allowedAccountIds: z
    .array(accountId, {
      error: (issue) => `${JSON.stringify(issue.input)} is not a list. Write a list: ["123456789012"].`,
    })
    .min(1, `names no account. Write at least one: ["123456789012"].`)
    .meta({
      description: "The accounts that the environment may be deployed to, in quotes. Any other account is refused.",
      examples: [["123456789012"]],
    }),
};
