import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ConfigSchema, jsonSchema } from "@acme/config";
import { findStacks } from "@acme/plan";
import { ROOT } from "./every-plan.ts";

/** The schema of one stack's environment files, and the file that editors read it from. */
export interface SchemaFile {
  stack: string;
  schema: ConfigSchema;
  path: string;
  text: string;
}

/** The schemas of all stacks. */
export function schemaFiles(): Promise<SchemaFile[]> {
  return Promise.all(
    findStacks(ROOT).map(async ({ name, folder }) => {
      const { schema } = (await import(pathToFileURL(join(folder, "config.ts")).href)) as { schema: ConfigSchema };
      const text = `${JSON.stringify(jsonSchema(schema), null, 2)}\n`;
      return { stack: name, schema, path: join(folder, "config.schema.json"), text };
    }),
  );
}
