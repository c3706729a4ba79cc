/**
 * The children's names have 64 characters at most (botocore 1.43.107 scheduler Name, events RuleName, iam roleNameType).
 * Pulumi's suffix takes 8 of them, and `-completed` takes 10. Letters, digits and hyphens are what every child can have.
 */
const longest = 46;
const allowed = new RegExp(`^[a-zA-Z][a-zA-Z0-9-]{0,${longest - 1}}$`);

/** What is wrong with the name of a scheduled task, from which its children take theirs; undefined for a good one. */
export function nameMistake(name: string): string | undefined {
  if (allowed.test(name)) return undefined;
  return `The name "${name}" is not a letter and then up to ${longest - 1} letters, digits and hyphens. Use "${nearestName(name)}".`;
}

function nearestName(name: string): string {
  const plain = name.replaceAll(/[^a-zA-Z0-9]+/g, "-").replace(/^-/, "");
  const begun = /^[a-zA-Z]/.test(plain) ? plain : `task-${plain}`;
  return begun.slice(0, longest).replace(/-$/, "");
}
