import type { z } from "zod";
import { expectation, mapOf, or, show, typeName } from "./terms.ts";

type Issue<Code extends z.core.$ZodIssue["code"]> = Extract<z.core.$ZodRawIssue, { code: Code }>;

/** What is wrong with a value and what to do, for everything that zod can find. A message of the schema's own goes first. */
export function wording(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue);
    case "invalid_value":
      return `${show(issue.input)} is not allowed. Use ${or(issue.values.map(show))}.`;
    case "too_small":
      return outOfRange(issue, Number(issue.minimum), "less", "at least");
    case "too_big":
      return outOfRange(issue, Number(issue.maximum), "more", "at most");
    case "not_multiple_of":
      return notMultiple(Number(issue.input), issue.divisor);
    case "invalid_format":
      return wrongFormat(issue);
    case "invalid_union":
      return noAlternative(issue);
    case "invalid_key":
      return `is not a name that is allowed here: ${or(issue.issues.map(({ message }) => message))}`;
    default:
      return `${show(issue.input)} is not allowed. See the description of the key.`;
  }
}

function wrongType({ input, expected, inst }: Issue<"invalid_type">): string {
  if (expected === "never") return "is not allowed here. Remove it.";
  if (input === "" || input === null) return "has no value. Give it one, or remove the key.";
  if (expected === "boolean" && input !== "true" && input !== "false")
    return `${show(input)} is neither true nor false. Use one of them.`;
  const wanted = expected === "number" ? expectation(inst as z.core.$ZodType) : typeName(expected);
  const use = expected === "object" ? mapOf(inst as z.core.$ZodType) : wanted;
  const numeric = typeof input === "string" && /^(number|int)$/.test(expected) && /^-?\d+(\.\d+)?$/.test(input);
  if (numeric || expected === "boolean") return `${show(input)} is text, not ${wanted}. Write it without quotes.`;
  if (expected === "string" && ["number", "boolean"].includes(typeof input)) {
    return `${show(input)} is not text. Write it in quotes.`;
  }
  return `${show(input)} is not ${wanted}. Use ${use}.`;
}

type Range = Issue<"too_small"> | Issue<"too_big">;

function outOfRange(issue: Range, limit: number, comparative: string, bound: string): string {
  const { input, origin } = issue;
  const value = show(input);
  const measure = typeof input === "string" || Array.isArray(input) ? input.length : undefined;
  if (measure === undefined) {
    if (issue.inclusive === false) return beyond(value, limit, comparative);
    return `${value} is ${comparative} than ${limit}. Use ${bounds(issue) ?? `${bound} ${limit}`}.`;
  }
  const unit = origin === "array" ? "entry" : "character";
  const plural = origin === "array" ? "entries" : "characters";
  const count = (n: number) => `${n} ${n === 1 ? unit : plural}`;
  if (measure === 0) return `${value} is empty. Give ${bound} ${count(limit)}.`;
  const fewer = comparative === "less" ? "fewer" : comparative;
  return `${value} has ${count(measure)}, ${fewer} than ${limit}. Give ${issue.exact ? "exactly" : bound} ${limit}.`;
}

/** A limit that is not itself allowed. */
function beyond(value: string, limit: number, comparative: string): string {
  const wanted = comparative === "less" ? "more" : "less";
  return `${value} is not ${wanted} than ${limit}. Use a value that is ${wanted} than ${limit}.`;
}

/** Both ends of a range of numbers, where the schema has both. */
function bounds({ schema }: Range): string | undefined {
  const checks = (schema?._zod.def.checks ?? []).map((check) => check._zod.def as { check: string; value?: unknown });
  const limit = (name: string) => checks.find(({ check }) => check === name)?.value;
  const [low, high] = [limit("greater_than"), limit("less_than")];
  return low === undefined || high === undefined ? undefined : `${low}–${high}`;
}

function notMultiple(value: number, divisor: number): string {
  const below = Math.floor(value / divisor) * divisor;
  return `${value} is not a multiple of ${divisor}. Use ${below} or ${below + divisor}.`;
}

const FORMATS: Record<string, [name: string, example: string]> = {
  cidrv4: ["an IPv4 network", "10.0.0.0/16"],
  cidrv6: ["an IPv6 network", "2001:db8::/56"],
  ipv4: ["an IPv4 address", "10.0.0.10"],
  ipv6: ["an IPv6 address", "2001:db8::10"],
  email: ["an e-mail address", "team@example.com"],
  url: ["a URL", "https://example.com"],
  hostname: ["a host name", "files.example.com"],
  uuid: ["a UUID", "123e4567-e89b-42d3-a456-426614174000"],
  date: ["a date", "2026-01-31"],
  time: ["a time", "06:30:00"],
  datetime: ["a date and time", "2026-01-31T06:30:00Z"],
  duration: ["a duration", "PT15M"],
};

function wrongFormat(issue: Issue<"invalid_format">): string {
  const value = show(issue.input);
  const named = FORMATS[issue.format];
  if (named) return `${value} is not ${named[0]}. Write it as ${named[1]}.`;
  if (issue.format === "starts_with") return `${value} does not start with ${show(issue.prefix)}. Begin it with that.`;
  if (issue.format === "ends_with") return `${value} does not end with ${show(issue.suffix)}. End it with that.`;
  if (issue.format === "includes") return `${value} does not contain ${show(issue.includes)}. Add that.`;
  return `${value} does not have the form ${issue.pattern ?? issue.format}. Write it in that form.`;
}

function noAlternative(issue: Issue<"invalid_union">): string {
  const options = issue.options as unknown[] | undefined;
  if (!options) return `${show(issue.input)} is not allowed. Use ${expectation(issue.inst as z.core.$ZodType)}.`;
  const found = (issue.input as Record<string, unknown>)[String(issue.discriminator)];
  const use = `Use ${or(options.map(show))}.`;
  return found === undefined ? `is missing. ${use}` : `${show(found)} is not allowed. ${use}`;
}
