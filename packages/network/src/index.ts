export { Network } from "./network.ts";
export type { EndpointService, NetworkArgs } from "./network-args.ts";
export { networkMistakes } from "./network-check.ts";
