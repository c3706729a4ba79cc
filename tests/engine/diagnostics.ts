import type { Outcome } from "./pulumi-process.ts";

/**
 * What Pulumi shows a person of a run that failed: the errors of each resource, by `<type> (<name>)` as Pulumi prints it.
 * A message that it prints twice, once with a prefix, is one.
 */
export function errorsShown({ stdout }: Outcome): Record<string, string[]> {
  const shown: Record<string, string[]> = {};
  let resource = "";
  for (const line of (stdout.split("\nDiagnostics:\n")[1] ?? "").split("\n")) {
    resource = /^ {2}(\S+ \(.+\)):$/.exec(line)?.[1] ?? resource;
    const message = /^ {4}error: (?:\[ERROR\] : )?(.*?)[: ]*$/.exec(line)?.[1];
    if (message === undefined) continue;
    shown[resource] = [...new Set([...(shown[resource] ?? []), message])];
  }
  return shown;
}
