/** How long CloudWatch waits for a run, in the terms of an alarm. */
export interface MissedRunWindow {
  periodSeconds: number;
  evaluationPeriods: number;
}

/** What lies between the end of one run and the end of the next, at the longest. */
export interface RunTimes {
  secondsBetweenRuns: number;
  flexibleWindowMinutes: number;
  maximumEventAgeSeconds: number;
  longestRunMinutes: number;
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

/**
 * The longest time without the end of a run while all is well: the next run is due, begins late within its window or by
 * a retry, and takes its time. It is never less than 30 minutes.
 */
export function secondsUntilMissing(times: RunTimes): number {
  const minutes = times.flexibleWindowMinutes + times.longestRunMinutes;
  return Math.max(shortestWindow, times.secondsBetweenRuns + times.maximumEventAgeSeconds + minutes * minute);
}

/**
 * The window of an alarm that waits for so long, or a little longer; undefined where CloudWatch cannot look back so far.
 *
 * Many short periods see a missing run sooner than one long period: with a single one, CloudWatch keeps the last data
 * point that it has for some periods more.
 */
export function missedRunWindow(seconds: number): MissedRunWindow | undefined {
  if (seconds > longestWindow) return undefined;
  const periodSeconds = seconds <= day ? 5 * minute : hour;
  return { periodSeconds, evaluationPeriods: Math.ceil(seconds / periodSeconds) };
}
