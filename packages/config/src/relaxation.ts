import { z } from "zod";

/**
 * A named setting that loosens a strict default. It cannot be given without the reason for it:
 * `plainHttp: { reason: "no domain in this environment" }`. Left out, the strict default holds.
 *
 * @param description What the setting loosens, and what that exposes.
 */
export function relaxation(description: string) {
  const reason = z.string().trim().min(1, "is empty. Say why this environment needs it.");
  return z
    .strictObject(
      { reason: reason.describe("Why this environment needs it, for the people who review it.") },
      { error: (issue) => (issue.code === "invalid_type" && issue.input ? withoutReason(issue.input) : undefined) },
    )
    .describe(description)
    .optional();
}

function withoutReason(value: unknown): string {
  return `${String(value)} gives no reason. Write { reason: "…" }.`;
}
