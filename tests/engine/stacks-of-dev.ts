import type { StackName } from "./held-stacks.ts";

/** Stacks of dev that most tests bring up, in the order of their dependencies. */
export const registry: StackName = { stack: "registry", env: "shared" };
export const platform: StackName = { stack: "platform", env: "dev" };
export const api: StackName = { stack: "linux-web-api", env: "dev" };
