/** The items as a person lists them: `a`, `a or b`, `a, b or c`. */
export function either(items: readonly (string | number)[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}
