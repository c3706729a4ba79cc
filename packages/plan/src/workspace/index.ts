export { UserError } from "../user-error.ts";
export { readEnvironmentFile } from "./environment-file.ts";
export { type Deployment, environmentOf, findStacks, type Stack } from "./stack.ts";
