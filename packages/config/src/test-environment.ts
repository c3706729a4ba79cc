import * as pulumi from "@pulumi/pulumi";
import { type ConfigOf, type ConfigSchema, loadConfig } from "./index.ts";

/** An environment file of a test: its settings as YAML would give them, and the names of those that are encrypted. */
export interface TestFile {
  config: Record<string, unknown>;
  encrypted?: string[];
  environment?: string;
  project?: string;
}

/** What every file must say about AWS. */
export const aws = { "aws:region": "us-east-1", "aws:allowedAccountIds": ["123456789012"] };

/** Loads a file the way Pulumi hands it to a program: scalars as their text, structures as JSON. */
export async function load<C extends ConfigSchema>(schema: C, file: TestFile): Promise<ConfigOf<C>> {
  const mocks = { newResource: () => ({ id: "", state: {} }), call: () => ({}) };
  await pulumi.runtime.setMocks(mocks, file.project ?? schema.project, file.environment ?? "prod");
  const texts = Object.entries(file.config).map(([key, value]) => [key, asText(value)]);
  pulumi.runtime.setAllConfig(Object.fromEntries(texts), file.encrypted ?? []);
  return loadConfig(schema);
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The lines of the one error that a file gives. */
export async function mistakes(schema: ConfigSchema, file: TestFile): Promise<string[]> {
  const error = await load(schema, file).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return [];
  if (!pulumi.RunError.isInstance(error)) throw error;
  return error.message.split("\n");
}
