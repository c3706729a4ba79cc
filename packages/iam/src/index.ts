export { arnHere } from "./arn.ts";
export { createServiceRole, policyJson, type ServiceRole, type ServiceRoleArgs } from "./service-role.ts";
export { serviceTrust, type TrustArgs } from "./trust.ts";
