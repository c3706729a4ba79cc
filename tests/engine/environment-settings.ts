import { readFileSync, writeFileSync } from "node:fs";
import { parseDocument } from "yaml";

/** What an environment file is to say: values by key, a dotted path within it, undefined to remove. */
export type Settings = Record<string, unknown>;

/** Writes settings into an environment file; what else stands there stays, comments too. */
export function writeSettings(file: string, settings: Settings): void {
  const document = parseDocument(readFileSync(file, "utf8"));
  for (const [key, value] of Object.entries(settings)) {
    const at = ["config", ...key.split(".")];
    if (value === undefined) document.deleteIn(at);
    else document.setIn(at, document.createNode(value));
  }
  writeFileSync(file, document.toString());
}
