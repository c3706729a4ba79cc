import { alternatives, definition, isSecret, metadata, type Schema } from "./introspection.ts";
import { type Path, type Place, written } from "./place.ts";
import { expectation, show } from "./terms.ts";

/** What to say about a required value that the file does not have: how to set it. */
export function missing(place: Place, path: Path, schema: Schema | undefined): string {
  if (!schema) return "is missing. Add it to the file.";
  const example = (metadata(schema, "examples") as unknown[] | undefined)?.[0];
  // `--path` writes whole numbers and booleans as such, anything else as text.
  const asText = path.length > 1 && expectation(schema) === "a number";
  if (asText || isStructure(schema) || path.some((step) => typeof step === "number")) {
    const given = example === undefined ? `as ${expectation(schema)}` : `for example ${show(example)}`;
    return `is missing. Add it to the file, ${given}.`;
  }
  return `is missing. Run: ${command(place, path, schema, example)}`;
}

/** The command that sets a value in the environment's file. */
export function command(place: Place, path: Path, schema: Schema, example?: unknown): string {
  const key = (place.namespace === "aws" ? "aws:" : "") + written(path);
  const parts = [
    "pulumi config set",
    ...(isSecret(schema) ? ["--secret"] : []),
    ...(path.length > 1 ? ["--path"] : []),
  ];
  const value = isSecret(schema) ? [] : [example === undefined ? placeholder(schema) : String(example)];
  return [...parts, key, ...value, `--stack ${place.environment}`].join(" ");
}

function placeholder(schema: Schema): string {
  return `<${expectation(schema).replace(/^an? /, "").replaceAll('"', "")}>`;
}

function isStructure(schema: Schema): boolean {
  return alternatives(schema).some((option) =>
    ["array", "object", "record", "tuple"].includes(definition(option).type),
  );
}
