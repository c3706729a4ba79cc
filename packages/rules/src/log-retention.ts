import type { Evidence } from "./evidence.ts";
import { error, type Refusal } from "./refusal.ts";
import { either } from "./words.ts";

/** A number of days for which a log group can keep its events. */
export interface LogRetentionRow extends Evidence {
  /** What `retentionInDays` of a log group can be. */
  days: number;
}

const evidence: Evidence = {
  source: "https://docs.aws.amazon.com/sdk-for-ruby/v3/api/Aws/CloudWatchLogs/Types/PutRetentionPolicyRequest.html",
  checkedOn: "2026-11-24",
};

/**
 * Every retention that CloudWatch Logs has, ascending. The providers of Pulumi and Terraform also take 0, with which
 * events never expire; it is left out, for a log without end costs without end.
 */
export const logRetentions: readonly LogRetentionRow[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
].map((days) => ({ days, ...evidence }));

/** Refuses a number of days that is no retention of CloudWatch Logs, and names its neighbours that are. */
export function judgeLogRetention(days: number): Refusal | undefined {
  const allowed = logRetentions.map((row) => row.days);
  if (allowed.includes(days)) return undefined;
  const below = allowed.findLast((each) => each < days);
  const above = allowed.find((each) => each > days);
  const nearest = [below, above].filter((each) => each !== undefined);
  return error(
    "log-retention",
    `${days} days is no retention that CloudWatch Logs has`,
    `Use ${either(nearest.length > 0 ? nearest : allowed)}`,
  );
}
