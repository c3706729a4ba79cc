import type { ValueChange } from "./difference.ts";
import { documentIn } from "./json-document.ts";
import { pathText } from "./value-path.ts";
import type { Colors } from "./words.ts";
import { cut, pairText, shortUrn, valueText } from "./words.ts";

/** Lines of a structured value before the rest is only counted. */
const MOST_LINES = 12;
const ONE_LINE = 100;

/** The lines for one value that differs, without indentation. */
export function describeChange(change: ValueChange, colors: Colors): string[] {
  const { path, before, after, only } = change;
  const note = noteOn(change, colors);
  if (only === "notation") return [`${colors.yellow("~")} ${path}: the same document, written in another way${note}`];
  if (only === "order") return [`${colors.yellow("~")} ${path}: in another order${note}`];
  if (before === undefined) return oneSided(colors.green("+"), path, after, note);
  if (after === undefined) return oneSided(colors.red("-"), path, before, note);
  const [old, young] = pairText(before, after);
  return [`${colors.yellow("~")} ${path}: ${old} → ${young}${note}`];
}

function noteOn({ mayReplace, ignored }: ValueChange, colors: Colors): string {
  if (mayReplace) return colors.magenta("  may force a replacement: see `pulumi preview`");
  return ignored ? colors.dim("  ignored (ignoreChanges)") : "";
}

function oneSided(mark: string, path: string, value: unknown, note: string): string[] {
  const content = documentIn(value) ?? value;
  const line = valueText(content);
  if (line.length <= ONE_LINE || typeof content !== "object" || content === null)
    return [`${mark} ${path}: ${cut(line)}${note}`];
  const leaves = leavesOf(content, []);
  const shown = leaves.length <= MOST_LINES ? leaves : leaves.slice(0, MOST_LINES - 1);
  const rest = leaves.length - shown.length;
  return [
    `${mark} ${path}:${note}`,
    ...shown.map((leaf) => `    ${leaf}`),
    ...(rest > 0 ? [`    … and ${rest} more values`] : []),
  ];
}

/** Each innermost value with its path; a list of plain values is one. */
function leavesOf(value: unknown, at: (string | number)[]): string[] {
  const plain = (item: unknown) => typeof item !== "object" || item === null;
  if (plain(value) || (Array.isArray(value) && value.every(plain)))
    return [`${pathText(at)}: ${cut(valueText(value))}`];
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...at, index]));
  const fields = Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1));
  return fields.length === 0
    ? [`${pathText(at)}: {}`]
    : fields.flatMap(([key, inner]) => leavesOf(inner, [...at, key]));
}

/** The lines for one resource option that differs. */
export function describeOption(change: ValueChange, colors: Colors): string[] {
  const { path, before, after } = change;
  const mark = colors.yellow("~");
  if (path === "parent") return [`${mark} parent: ${place(before)} → ${place(after)}`];
  if ([before, after].every((value) => value === undefined || typeof value === "boolean"))
    return [`${mark} ${path}: ${onOff(before)} → ${onOff(after)}`];
  return describeChange({ ...change, path: `option ${path}` }, colors);
}

function place(urn: unknown): string {
  return typeof urn === "string" ? shortUrn(urn) : "the stack itself";
}

function onOff(value: unknown): string {
  return value === true ? "on" : "off";
}
