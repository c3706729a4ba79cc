import { cronFields, cronNumber, readCronField } from "./cron-field.ts";

/** Which days a cron expression runs on, by one of its two day fields. */
export type DayRule = DayOfMonthRule | DayOfWeekRule;

interface DayOfMonthRule {
  by: "month";
  days: number[];
  /** `L`: the last day of the month. */
  last: boolean;
  /** `15W`: the weekday (Monday to Friday) nearest to the day, within the month. */
  nearestWeekdays: number[];
}

interface DayOfWeekRule {
  by: "week";
  /** 1 is Sunday. */
  days: number[];
  /** `6L`: the last such day of the month. */
  last: number[];
  /** `6#2`: the second such day of the month. */
  nth: { day: number; n: number }[];
}

/** Reads a day of month field that is not `?`; a text says what is wrong with it. */
export function readDayOfMonth(text: string): DayRule | string {
  const items = text.split(",");
  const weekdays = items.filter((item) => /^\d{1,2}W$/i.test(item)).map((item) => item.slice(0, -1));
  const nearestWeekdays = weekdays.map((day) => cronNumber(cronFields.dayOfMonth, day));
  const plain = items.filter((item) => !/^(L|\d{1,2}W)$/i.test(item));
  const days = plain.length === 0 ? [] : readCronField(cronFields.dayOfMonth, plain.join(","));
  if (typeof days === "string") return days.replace(" or steps (a/n)", ", steps (a/n), L for the last day or 15W");
  const wrong = nearestWeekdays.indexOf(undefined);
  if (wrong >= 0) return `"${weekdays[wrong]}W" names no day of a month. Use 1W–31W for the weekday nearest to a day.`;
  return {
    by: "month",
    days,
    last: items.some((item) => /^L$/i.test(item)),
    nearestWeekdays: nearestWeekdays.filter((day) => day !== undefined),
  };
}

/** Reads a day of week field that is not `?`; a text says what is wrong with it. */
export function readDayOfWeek(text: string): DayRule | string {
  if (text.includes("#") && text.includes(",")) {
    return `"${text}" lists days beside #, and AWS takes only one day with #. Use a schedule for each day.`;
  }
  const rule: DayOfWeekRule = { by: "week", days: [], last: [], nth: [] };
  for (const item of text.split(",")) {
    const [, name = "", mark = ""] = /^(\w+?)(L|#[1-5])$/i.exec(item) ?? [];
    const day = cronNumber(cronFields.dayOfWeek, name);
    if (item.toUpperCase() === "L") rule.days.push(7);
    else if (day !== undefined && mark.startsWith("#")) rule.nth.push({ day, n: Number(mark.slice(1)) });
    else if (day !== undefined) rule.last.push(day);
    else if (item.includes("/")) return `"${item}" has steps, which AWS has not for days of the week. List the days.`;
    else {
      const days = readCronField(cronFields.dayOfWeek, item);
      if (typeof days === "string") return days.replace(" or steps (a/n)", ", 6L for the last Friday or 6#2");
      rule.days.push(...days);
    }
  }
  return rule;
}

/** The days of one month on which the rule runs, ascending. `firstWeekday` is the month's first day, Sunday being 1. */
export function daysOfMonth(rule: DayRule, length: number, firstWeekday: number): number[] {
  const weekday = (day: number) => ((firstWeekday + day - 2) % 7) + 1;
  const all = Array.from({ length }, (_, index) => index + 1);
  if (rule.by === "month") {
    const moved = rule.nearestWeekdays.filter((day) => day <= length).map((day) => nearest(day, length, weekday(day)));
    return all.filter((day) => rule.days.includes(day) || moved.includes(day) || (rule.last && day === length));
  }
  return all.filter(
    (day) =>
      rule.days.includes(weekday(day)) ||
      (rule.last.includes(weekday(day)) && day + 7 > length) ||
      rule.nth.some(({ day: wanted, n }) => wanted === weekday(day) && Math.ceil(day / 7) === n),
  );
}

function nearest(day: number, length: number, weekday: number): number {
  if (weekday === 7) return day === 1 ? 3 : day - 1;
  if (weekday === 1) return day === length ? day - 2 : day + 1;
  return day;
}
