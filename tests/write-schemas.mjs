// pnpm schemas: writes the JSON Schema of every stack's environment files, for editors.
import { writeFileSync } from "node:fs";

const { schemaFiles } = await import("./src/schema-files.ts");
for (const { path, text } of await schemaFiles()) {
  writeFileSync(path, text);
  console.log(path);
}
