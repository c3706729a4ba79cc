import { existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/**
 * The PATH on which the language host of Pulumi finds a Node: the one given, with that Node's folder put first where
 * another one would be found.
 *
 * @param path PATH as it is.
 * @param node absolute path of the Node to find.
 */
export function pathWithNode(path: string, node: string): string {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const first = path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
  return first !== undefined && realpathSync(first) === realpathSync(node) ? path : dirname(node) + delimiter + path;
}
