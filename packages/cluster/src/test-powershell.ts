/** Every character that PowerShell takes for a single quote. */
const quotes = "'‘’‚‛";

/**
 * Reads the single-quoted string at the start of a PowerShell source: it ends at the first quote that is not doubled
 * (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules).
 */
export function readString(source: string): { value: string; length: number } {
  let value = "";
  for (let at = 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (quotes.includes(character)) {
      const next = source.charAt(at + 1);
      if (next === "" || !quotes.includes(next)) return { value, length: at + 1 };
      at++;
    }
    value += character;
  }
  throw new Error("The string has no end.");
}

const base64 = /^\(\[Text\.Encoding\]::UTF8\.GetString\(\[Convert\]::FromBase64String\((?<string>.*)\)\)\)$/s;

/** The value of an expression that is a single-quoted string, or one that is decoded from Base64, and nothing more. */
export function valueIn(expression: string): string {
  const carried = base64.exec(expression)?.groups?.string;
  if (carried !== undefined) return Buffer.from(valueIn(carried), "base64").toString("utf8");
  const { value, length } = readString(expression);
  if (!expression.startsWith("'") || length !== expression.length) throw new Error(`More than a string: ${expression}`);
  return value;
}

/** What EC2Launch runs of user data: the text up to the first closing tag. */
export function scriptOf(userData: string): string {
  const [, script = ""] = /<powershell>\n(.*?)<\/powershell>/s.exec(userData) ?? [];
  return script;
}
