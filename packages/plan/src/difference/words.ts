import type picocolors from "picocolors";
import { mapReferences, mapStrings } from "./reference-text.ts";

/** What colours words on a terminal, or leaves them as they are. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** A type token in few letters: `aws:lb/targetGroup:TargetGroup` is `lb.TargetGroup`. */
export function typeName(token: string): string {
  const [origin = "", module = "", name = ""] = token.split(":");
  const [folder = ""] = module.split("/");
  return `${folder === "" || folder === "index" ? origin : folder}.${name}`;
}

/** A URN's tail in few letters: `lb.TargetGroup api`. */
export function shortUrn(urn: string): string {
  const end = urn.indexOf("::");
  const type = urn.slice(0, end).split("$").at(-1) ?? "";
  return `${typeName(type)} ${urn.slice(end + 2)}`;
}

/** A value on one line: JSON, with references in few letters, and without quotes where it is one reference. */
export function valueText(value: unknown): string {
  const short = mapStrings(value, (text) => mapReferences(text, shortReference));
  if (typeof short === "string" && /^\$\{[^{}]*\}$/.test(short)) return short;
  return JSON.stringify(short) ?? "nothing";
}

function shortReference(reference: string): string {
  return reference
    .replace(/(?:[\w:/.-]+\$)*([\w-]+:[\w/.-]+:[\w-]+)::/g, (_urn, type: string) => `${typeName(type)} `)
    .replace(/[\w-]+:[\w/.-]+:(get\w+)\(/g, "$1(");
}

const LONGEST = 90;
const AROUND = 24;

/** A text cut to what a line carries. */
export function cut(text: string, longest = LONGEST): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** Two values on one line each. Where they are long, what lies around the place where they differ. */
export function pairText(before: unknown, after: unknown): [string, string] {
  let [old, young] = [valueText(before), valueText(after)];
  if (old === young) [old, young] = [JSON.stringify(before), JSON.stringify(after)];
  if (old.length <= LONGEST && young.length <= LONGEST) return [old, young];
  const head = commonLength(old, young);
  const tail = commonLength(reversed(old.slice(head)), reversed(young.slice(head)));
  const window = (text: string) => {
    const start = head > AROUND ? head - AROUND : 0;
    const end = tail > AROUND ? text.length - tail + AROUND : text.length;
    return cut(`${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`);
  };
  return [window(old), window(young)];
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}
