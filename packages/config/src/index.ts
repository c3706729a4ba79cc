export { type Check, type ConfigOf, type ConfigSchema, defineConfig, type Report } from "./config-schema.ts";
export { jsonSchema } from "./json-schema.ts";
export { describeKeys, type KeyDescription, undocumentedKeys } from "./key-table.ts";
export { loadConfig } from "./load-config.ts";
export { refused } from "./refused.ts";
export { relaxation } from "./relaxation.ts";
export { secret } from "./secret.ts";
export { autoscaling, checkServiceSettings, serviceSettings, sweep } from "./service-settings.ts";
