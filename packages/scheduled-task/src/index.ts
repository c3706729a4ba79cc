export type { CronSchedule, OneTimeSchedule, RateSchedule, Schedule } from "./schedule-expression.ts";
export { ScheduledTask } from "./scheduled-task.ts";
export type { SchedulableTask, ScheduledTaskArgs } from "./scheduled-task-args.ts";
