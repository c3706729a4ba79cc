// During a recording a reference is text between two private-use characters, so that it can stand inside any string;
// in the finished plan it is `${text}`.
const OPEN = "\uE000";
const CLOSE = "\uE001";
const TOKEN = /\uE000([^\uE000\uE001]*)\uE001/g;
const WHOLE = /^\uE000[^\uE000\uE001]*\uE001$/;

/** Key of an object that is unknown as a whole: the answer to a look-up. Its value is the token. */
export const UNKNOWN_OBJECT = "\uE000object\uE001";

/** A token for what `text` names, e.g. `aws:ec2/vpc:Vpc::net.id`. */
export function token(text: string): string {
  return OPEN + text + CLOSE;
}

/** True where the value is one token and nothing else. */
export function isToken(value: string): boolean {
  return WHOLE.test(value);
}

/** True where a string holds a token. */
export function hasToken(value: string): boolean {
  return value.includes(OPEN);
}

/** What the tokens in a string name, in order, without repetition. */
export function namesIn(value: string): string[] {
  return [...new Set([...value.matchAll(TOKEN)].map((match) => match[1] ?? ""))];
}

/** The token that a property or an element of a token's value is named by. */
export function extend(whole: string, key: string): string {
  const base = whole.slice(1, -1);
  const owner = base.startsWith("? ") ? `(${base})` : base;
  return token(/^\d+$/.test(key) ? `${owner}[${key}]` : `${owner}.${key}`);
}

/** The token of a value that a function computed out of others and that cannot be followed. */
export function opaque(names: string[]): string {
  const sources = names.flatMap((name) => (name.startsWith("? ") ? name.slice(2).split(", ") : [name]));
  return token(`? ${[...new Set(sources)].sort().join(", ")}`);
}

/** The text of a string with each token replaced by its bare name: for use inside another token. */
export function bare(value: string): string {
  return value.replace(TOKEN, "$1");
}

/** A string as it stands in a plan: tokens as `${name}`, literal dollars doubled where they could be taken for one. */
export function printed(value: string): string {
  if (!value.includes(OPEN) && !value.includes("${")) return value;
  let text = "";
  let end = 0;
  for (const match of value.matchAll(TOKEN)) {
    text += `${escaped(value.slice(end, match.index), true)}\${${match[1]}}`;
    end = match.index + match[0].length;
  }
  text += escaped(value.slice(end), false);
  if (text.includes(OPEN) || text.includes(CLOSE))
    throw new Error(`A reference was cut apart in ${JSON.stringify(text)}.`);
  return text;
}

function escaped(literal: string, beforeReference: boolean): string {
  return literal.replace(beforeReference ? /\$+(?=\{|$)/g : /\$+(?=\{)/g, (dollars) => dollars + dollars);
}
