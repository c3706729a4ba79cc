export { type CronExpression, cronMistake, readCron } from "./cron-expression.ts";
export { longestGapSeconds } from "./longest-gap.ts";
export { shortestGapSeconds } from "./shortest-gap.ts";
export { timeZoneMistake } from "./time-zone.ts";
