/** The name that a misspelt one most likely means; nothing when none is close. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 2));
  const ranked = names.map((name) => ({ name, edits: edits(word.toLowerCase(), name.toLowerCase()) }));
  const [best] = ranked.sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= limit ? best.name : undefined;
}

/** The number of letters to insert, delete, replace or swap with a neighbour to get from one word to the other. */
function edits(from: string, to: string): number {
  const table: number[][] = [];
  const at = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 0; row <= from.length; row++) {
    table[row] = [row];
    for (let column = 1; column <= to.length; column++) {
      const [letter, other] = [from[row - 1], to[column - 1]];
      const swapped = letter === to[column - 2] && other === from[row - 2] ? at(row - 2, column - 2) + 1 : column + row;
      const replaced = at(row - 1, column - 1) + (letter === other ? 0 : 1);
      table[row]?.push(Math.min(swapped, replaced, at(row - 1, column) + 1, at(row, column - 1) + 1));
    }
  }
  return at(from.length, to.length);
}
