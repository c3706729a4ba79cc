/** What to say of a whole number outside its bounds; nothing of one within. */
export function bounded(what: string, value: number, minimum: number, maximum: number): string[] {
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return [];
  return [`${what} ${value} is not allowed. Use ${minimum}–${maximum}.`];
}
