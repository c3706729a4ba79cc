const units: [name: string, seconds: number][] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** A duration for a sentence, in its largest whole unit: `2 days`, `36 hours`, `90 minutes`. */
export function inWords(seconds: number): string {
  const [name, size] = units.find(([, each]) => seconds % each === 0) ?? ["second", 1];
  const count = seconds / size;
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
