export { pullStatements, pushStatements } from "./access.ts";
export { imageAt } from "./image.ts";
export { defaultLifecycleRules, type ImageLimit, type ImageSelection, type LifecycleRule } from "./lifecycle-rule.ts";
export { Repository, type RepositoryArgs } from "./repository.ts";
