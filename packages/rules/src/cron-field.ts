/** One of the six fields of a cron expression: its numbers and the names that stand for some of them. */
export interface CronField {
  /** What a sentence calls the field. */
  what: string;
  minimum: number;
  maximum: number;
  /** Names in the order of the numbers from `minimum` on; empty where there are none. */
  names: readonly string[];
}

/**
 * The fields of a schedule's cron expression in their order. Weeks begin on Sunday, which is 1.
 *
 * EventBridge Scheduler's own page is https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html; values
 * and wildcards were held against those of EventBridge rules, which are the same, on 2026-11-24:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html
 */
export const cronFields = {
  minute: { what: "minute", minimum: 0, maximum: 59, names: [] },
  hour: { what: "hour", minimum: 0, maximum: 23, names: [] },
  dayOfMonth: { what: "day of month", minimum: 1, maximum: 31, names: [] },
  month: {
    what: "month",
    minimum: 1,
    maximum: 12,
    names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
  },
  dayOfWeek: { what: "day of week", minimum: 1, maximum: 7, names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] },
  year: { what: "year", minimum: 1970, maximum: 2199, names: [] },
} satisfies Record<string, CronField>;

/** The number that a text stands for in a field, or undefined for what the field does not hold. */
export function cronNumber(field: CronField, text: string): number | undefined {
  const named = field.names.indexOf(text.toUpperCase());
  if (named >= 0) return named + field.minimum;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= field.minimum && value <= field.maximum ? value : undefined;
}

/** The numbers that a field of `*`, numbers, names, lists, ranges and steps names, ascending; or what is wrong with it. */
export function readCronField(field: CronField, text: string): number[] | string {
  const values = new Set<number>();
  for (const item of text.split(",")) {
    const numbers = readItem(field, item);
    if (numbers === undefined) return `"${item}" is no ${field.what}. Use ${formsOf(field)}.`;
    for (const number of numbers) values.add(number);
  }
  return [...values].sort((a, b) => a - b);
}

function readItem(field: CronField, item: string): number[] | undefined {
  const [range = "", step, ...rest] = item.split("/");
  const every = step === undefined ? 1 : /^\d{1,4}$/.test(step) ? Number(step) : 0;
  const bounds = readRange(field, range, step !== undefined);
  if (rest.length > 0 || every < 1 || bounds === undefined) return undefined;
  const [first, last] = bounds;
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, index) => first + index * every);
}

/** First and last number; a number with a step goes on to the end of the field. */
function readRange(field: CronField, range: string, stepped: boolean): [number, number] | undefined {
  if (range === "*") return [field.minimum, field.maximum];
  const [from = "", to, ...rest] = range.split("-");
  const first = cronNumber(field, from);
  const last = to === undefined ? (stepped ? field.maximum : first) : cronNumber(field, to);
  if (rest.length > 0 || first === undefined || last === undefined || first > last) return undefined;
  return [first, last];
}

function formsOf({ minimum, maximum, names }: CronField): string {
  const named = names.length > 0 ? ` or ${names[0]}–${names.at(-1)}` : "";
  return `${minimum}–${maximum}${named}, *, a list (a,b), an ascending range (a-b) or steps (a/n)`;
}
