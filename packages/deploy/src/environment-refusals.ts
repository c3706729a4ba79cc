import type { Command } from "./call.ts";
import { isLoopback } from "./loopback.ts";
import { reservedDomain } from "./reserved-domain.ts";

/** AWS's account of the documentation, which stands in the files until a company fills in its own. */
const EXAMPLE_ACCOUNT = "123456789012";

/** The digest in the template's files: no image has it. */
const PLACEHOLDER_DIGEST = /^sha256:0{64}$/;

/** The secret in the template's files: Secrets Manager ends each ARN with six characters of its own. */
const PLACEHOLDER_SECRET = /:secret:.*-EXAMPL$/;

const ALLOWED_ACCOUNTS = "aws:allowedAccountIds";

/** An environment file as it is judged. */
export interface EnvironmentFile {
  /** The path to show. */
  path: string;
  /** Full keys; structured values as JSON text. */
  values: Record<string, string>;
}

/**
 * Why a file must not be used for a command, one line each.
 *
 * Nothing is refused for an emulated AWS on this machine; a preview, which changes nothing, never.
 *
 * @param endpoint what AWS_ENDPOINT_URL holds, if anything.
 */
export function refusals(command: Command, file: EnvironmentFile, endpoint: string | undefined): string[] {
  if (command === "preview" || isLoopback(endpoint)) return [];
  const unbound = allowedAccounts(file).length === 0;
  const lines = unbound ? [`${file.path}: ${ALLOWED_ACCOUNTS} is missing: any account would do. Name yours.`] : [];
  return command === "up" ? [...lines, ...placeholders(file)] : lines;
}

/** The accounts that a file allows. */
export function allowedAccounts({ values }: EnvironmentFile): string[] {
  const allowed = structured(values[ALLOWED_ACCOUNTS] ?? "");
  return (Array.isArray(allowed) ? allowed : [allowed]).map(String).filter((account) => account !== "");
}

function placeholders(file: EnvironmentFile): string[] {
  const found = Object.entries(file.values).flatMap(([key, value]) => texts(structured(value), key));
  return found.flatMap(({ key, text }) => {
    if (new RegExp(`(?<!\\d)${EXAMPLE_ACCOUNT}(?!\\d)`).test(text)) {
      return [`${file.path}: ${key}: ${EXAMPLE_ACCOUNT} is the template's example account. Fill in your own account.`];
    }
    if (PLACEHOLDER_DIGEST.test(text)) {
      return [
        `${file.path}: ${key}: the digest is a placeholder. Fill in the one that the push printed, or remove the key.`,
      ];
    }
    if (PLACEHOLDER_SECRET.test(text)) {
      return [`${file.path}: ${key}: the secret is a placeholder. Create one, and fill in the ARN that AWS gave it.`];
    }
    const domain = reservedDomain(text);
    if (domain === undefined) return [];
    return [`${file.path}: ${key}: ${domain} lies in a domain reserved for examples. Fill in a domain of your own.`];
  });
}

function structured(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function texts(value: unknown, key: string): { key: string; text: string }[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => texts(each, `${key}[${index}]`));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([name, each]) => texts(each, `${key}.${name}`));
  }
  return [{ key, text: String(value) }];
}
