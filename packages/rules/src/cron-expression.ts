import { type DayRule, daysOfMonth, readDayOfMonth, readDayOfWeek } from "./cron-day.ts";
import { cronFields, readCronField } from "./cron-field.ts";

/** A cron expression of EventBridge Scheduler, read: when it runs, by the clock of its time zone. */
export interface CronExpression {
  /** From 0 to 59; ascending, as all lists here. */
  minutes: number[];
  /** From 0 to 23. */
  hours: number[];
  /** By the day of the month or the day of the week. */
  days: DayRule;
  /** From 1 to 12. */
  months: number[];
  /** False where the last field names years, and so an end. */
  everyYear: boolean;
}

/**
 * What is wrong with the six fields of a cron expression, without `cron(…)` around them, and what to write instead, in
 * sentences; undefined for what EventBridge Scheduler takes.
 */
export function cronMistake(expression: string): string | undefined {
  const cron = readCron(expression);
  return typeof cron === "string" ? cron : undefined;
}

/** Reads the six fields; a text says what is wrong, and what to write instead. */
export function readCron(text: string): CronExpression | string {
  if (/^cron\(/i.test(text)) {
    return `The cron expression "${text}" is wrapped already. Write the six fields only: "${text.slice(5).replace(/\)$/, "")}".`;
  }
  const fields = text.trim().split(/\s+/);
  const [minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = "", year = ""] = fields;
  const mistake = countMistake(text, fields) ?? dayMistake(text, fields);
  if (mistake !== undefined) return mistake;

  const minutes = readCronField(cronFields.minute, minute);
  const hours = readCronField(cronFields.hour, hour);
  const days = dayOfMonth === "?" ? readDayOfWeek(dayOfWeek) : readDayOfMonth(dayOfMonth);
  const months = readCronField(cronFields.month, month);
  const years = readCronField(cronFields.year, year);
  const mistakes = [minutes, hours, days, months, years].filter((part) => typeof part === "string");
  if (mistakes.length > 0) return mistakes.map((each) => `Cron expression "${text}": ${each}`).join(" ");
  const cron = { minutes, hours, days, months, everyYear: year === "*" } as CronExpression;
  return neverRuns(cron) ? `The cron expression "${text}" names a day that no month of it has. Change its day.` : cron;
}

function countMistake(text: string, fields: string[]): string | undefined {
  if (fields.length === 6) return undefined;
  if (fields.length === 5) {
    return `The cron expression "${text}" has five fields, as Unix has them; AWS has six, the last is the year. ${unixFix(fields)}`;
  }
  const names = Object.values(cronFields).map((field) => field.what);
  return `The cron expression "${text}" has ${fields.length} fields. Write six: ${names.join(", ")}.`;
}

/** Unix counts the days of the week from 0 (Sunday), and runs on either day where both are named. */
function unixFix([minute, hour, dayOfMonth, month, dayOfWeek = ""]: string[]): string {
  if (dayOfMonth !== "*" && dayOfWeek !== "*") {
    return "Make two schedules, one with the day of month and one with the day of week; the other day is ?.";
  }
  if (dayOfWeek === "*") return `Write "${minute} ${hour} ${dayOfMonth} ${month} ? *".`;
  const named = dayOfWeek.replace(/\b[0-7]\b/g, (day) => cronFields.dayOfWeek.names[Number(day) % 7] as string);
  return `Write "${minute} ${hour} ? ${month} ${named} *".`;
}

function dayMistake(text: string, [minute, hour, dayOfMonth, month, dayOfWeek, year]: string[]): string | undefined {
  if ((dayOfMonth === "?") !== (dayOfWeek === "?")) return undefined;
  if (dayOfMonth === "?") {
    return `Both day fields of "${text}" are ?. Write "${minute} ${hour} * ${month} ? ${year}" for every day.`;
  }
  const [day, week] = dayOfWeek === "*" ? [dayOfMonth, "?"] : dayOfMonth === "*" ? ["?", dayOfWeek] : [];
  const fix =
    day === undefined ? "Write ? for one of them" : `Write "${minute} ${hour} ${day} ${month} ${week} ${year}"`;
  return `Neither day field of "${text}" is ?, and AWS takes only one of them. ${fix}.`;
}

function neverRuns({ days, months }: CronExpression): boolean {
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  const longest = (month: number) => (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);
  return !months.some((month) => weekdays.some((first) => daysOfMonth(days, longest(month), first).length > 0));
}
