/** How long CloudWatch waits for a run, in the terms of an alarm. */
export interface MissedRunWindow {
  periodSeconds: number;
  evaluationPeriods: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** SQS's metrics come some minutes late, and a task takes minutes to start: less would ring without cause. */
const shortestWindow = 30 * minute;

/**
 * An alarm looks back 7 days at most, and one day at most where its period is under an hour
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html, Period).
 */
const longestWindow = 7 * day;

/** What must be left of the longest window after a gap, for runs that begin late or take long. */
const leastSlack = day;

/**
 * Twice the longest time between two runs and the flexible window on top, cut at 7 days; undefined where runs are so rare
 * that an alarm cannot tell a missed one from one that is late.
 *
 * Many short periods see a missing run sooner than one long period: with a single one, CloudWatch keeps the last data
 * point that it has for some periods more.
 */
export function missedRunWindow(
  secondsBetweenRuns: number,
  flexibleWindowMinutes: number,
): MissedRunWindow | undefined {
  const due = secondsBetweenRuns + flexibleWindowMinutes * minute;
  if (due + leastSlack > longestWindow) return undefined;
  const wanted = Math.max(shortestWindow, Math.min(due + secondsBetweenRuns, longestWindow));
  const periodSeconds = wanted <= day ? 5 * minute : hour;
  return { periodSeconds, evaluationPeriods: Math.ceil(wanted / periodSeconds) };
}
