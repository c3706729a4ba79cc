export type { Call, Command } from "./call.ts";
export { order } from "./order.ts";
export { reservedDomain } from "./reserved-domain.ts";
