export { UserError } from "../user-error.ts";
export { readEnvironmentFile } from "./environment-file.ts";
export { findRoot } from "./root.ts";
export { type Deployment, environmentOf, findStacks, type Stack } from "./stack.ts";
