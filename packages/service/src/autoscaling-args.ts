import { cronMistake, timeZoneMistake } from "@acme/rules";

/** Lets the number of tasks follow the load and the clock. Who sets it gives `desiredCount` away to it. */
export interface AutoscalingArgs {
  /** Tasks that always run; a schedule may set another number for a time. */
  minimumTasks: number;
  /** Tasks that never are exceeded: the limit of what an attack or a loop can cost. */
  maximumTasks: number;
  /**
   * Mean CPU use of the tasks to hold, 10–90 %. Lower leaves more room for what comes while new tasks start.
   *
   * @default - 60, or none where `requestsPerTaskPerMinute` is given
   */
  cpuPercent?: number;
  /**
   * Other limits at fixed times: fewer tasks at night, more before the morning. AWS writes them over `minimumTasks` and
   * `maximumTasks` when the time comes. An `up` that changes those two, or that follows a `refresh`, puts them back
   * until the next schedule fires.
   *
   * @default []
   */
  schedule?: ScheduledTasks[];
}

/** Autoscaling behind a load balancer. */
export interface LoadBalancedAutoscalingArgs extends AutoscalingArgs {
  /**
   * Requests that one task gets in a minute, to hold. Reacts sooner than CPU and fits work that waits more than it computes.
   *
   * @default - requests are not looked at
   */
  requestsPerTaskPerMinute?: number;
}

/** Limits that hold from a point in time until another schedule sets others. */
export interface ScheduledTasks {
  /** Name within this service; another one replaces the schedule. */
  name: string;
  /** Six fields: minute, hour, day of month, month, day of week, year, such as `0 7 ? * MON-FRI *`. */
  cron: string;
  /** Time zone of the cron expression, such as `Europe/Berlin`; it follows summer time. */
  timeZone: string;
  /** Tasks that run at least from then on. */
  minimumTasks: number;
  /** Tasks that run at most from then on. */
  maximumTasks: number;
}

/** The smallest number of tasks at any time, however the clock stands. */
export function leastTasks(desiredCount: number, autoscaling?: AutoscalingArgs): number {
  if (autoscaling === undefined) return desiredCount;
  return Math.min(autoscaling.minimumTasks, ...(autoscaling.schedule ?? []).map((each) => each.minimumTasks));
}

/** The largest number of tasks at any time, however the clock stands. */
export function mostTasks(desiredCount: number, autoscaling?: AutoscalingArgs): number {
  if (autoscaling === undefined) return desiredCount;
  return Math.max(autoscaling.maximumTasks, ...(autoscaling.schedule ?? []).map((each) => each.maximumTasks));
}

/** What AWS would refuse about the numbers, or what could never hold. */
export function autoscalingMistakes(desiredCount: number, autoscaling?: LoadBalancedAutoscalingArgs): string[] {
  if (!isCount(desiredCount)) return [`desiredCount ${desiredCount} is no number of tasks. Use 0 or more.`];
  if (autoscaling === undefined) return [];
  const { minimumTasks, maximumTasks, cpuPercent, requestsPerTaskPerMinute, schedule = [] } = autoscaling;
  const mistakes = rangeMistakes("autoscaling", minimumTasks, maximumTasks);
  if (mistakes.length === 0 && (desiredCount < minimumTasks || desiredCount > maximumTasks)) {
    mistakes.push(
      `desiredCount ${desiredCount} is outside of autoscaling's ${minimumTasks}–${maximumTasks}. Leave it out.`,
    );
  }
  if (cpuPercent !== undefined && !(cpuPercent >= 10 && cpuPercent <= 90)) {
    mistakes.push(`autoscaling.cpuPercent ${cpuPercent} cannot be held. Use 10–90.`);
  }
  if (requestsPerTaskPerMinute !== undefined && !(requestsPerTaskPerMinute > 0)) {
    mistakes.push(`autoscaling.requestsPerTaskPerMinute ${requestsPerTaskPerMinute} cannot be held. Use more than 0.`);
  }
  return [...mistakes, ...schedule.flatMap(scheduleMistakes), ...sameNames(schedule)];
}

function rangeMistakes(what: string, minimumTasks: number, maximumTasks: number): string[] {
  const wrong = [minimumTasks, maximumTasks].filter((count) => !isCount(count));
  if (wrong.length > 0) return [`${what}: ${wrong.join(" and ")} is no number of tasks. Use 0 or more.`];
  if (minimumTasks <= maximumTasks) return [];
  return [`${what}: minimumTasks ${minimumTasks} is above maximumTasks ${maximumTasks}. Raise one or lower the other.`];
}

function scheduleMistakes({ name, cron, timeZone, minimumTasks, maximumTasks }: ScheduledTasks): string[] {
  const clock = [cronMistake(cron), timeZoneMistake(timeZone)].filter((mistake) => mistake !== undefined);
  return [
    ...rangeMistakes(`schedule "${name}"`, minimumTasks, maximumTasks),
    ...clock.map((mistake) => `schedule "${name}": ${mistake}`),
  ];
}

function sameNames(schedule: ScheduledTasks[]): string[] {
  const names = schedule.map((each) => each.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? [] : [`Two schedules are called "${twice}". Give each a name of its own.`];
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
