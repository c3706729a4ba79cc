import { api } from "./evidence.ts";
import type { LimitRow } from "./limit.ts";

const ecsParameters = api("scheduler EcsParameters");
const retryPolicy = (member: string) => api(`scheduler RetryPolicy.${member}`);
const schedule = (member: string) => api(`scheduler CreateScheduleInput.${member}`);
const characters = { unit: "characters", minimum: 1 };

/** Bounds of schedules that run tasks, on EventBridge Scheduler and on EventBridge rules. */
export const scheduleLimits = {
  "schedule-name-length": { what: "length of a schedule's name", maximum: 64, ...characters, ...schedule("Name") },
  "schedule-expression-length": {
    what: "length of a schedule's expression",
    maximum: 256,
    ...characters,
    ...schedule("ScheduleExpression"),
  },
  "schedule-time-zone-length": {
    what: "length of a schedule's time zone",
    maximum: 50,
    ...characters,
    ...schedule("ScheduleExpressionTimezone"),
  },
  "schedule-flexible-window": {
    what: "flexible window of a schedule",
    unit: "min",
    minimum: 1,
    maximum: 1440,
    ...api("scheduler FlexibleTimeWindow.MaximumWindowInMinutes"),
  },
  "schedule-maximum-event-age": {
    what: "maximum event age of a schedule",
    unit: "s",
    minimum: 60,
    maximum: 86400,
    ...retryPolicy("MaximumEventAgeInSeconds"),
  },
  "schedule-retry-attempts": {
    what: "retry attempts of a schedule",
    unit: "",
    minimum: 0,
    maximum: 185,
    ...retryPolicy("MaximumRetryAttempts"),
  },
  "schedule-task-count": { what: "tasks per run of a schedule", unit: "", minimum: 1, maximum: 10, ...ecsParameters },
  "schedule-subnets": { what: "subnets of a scheduled task", unit: "", minimum: 1, maximum: 16, ...ecsParameters },
  "schedule-security-groups": {
    what: "security groups of a scheduled task",
    unit: "",
    minimum: 1,
    maximum: 5,
    ...ecsParameters,
  },
  "schedule-capacity-providers": { what: "capacity providers of a schedule", unit: "", maximum: 6, ...ecsParameters },
  "event-rule-capacity-providers": {
    what: "capacity providers of an event rule's task",
    unit: "",
    maximum: 6,
    ...api("events EcsParameters"),
  },
} satisfies Record<string, LimitRow>;
