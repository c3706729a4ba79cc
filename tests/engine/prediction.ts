import type { PlanDifference } from "@acme/plan";
import type { Step } from "./steps.ts";

/** What happens to each resource, by the tail of its URN: `create`, `update`, `replace` or `delete`. */
export type Happenings = Record<string, string>;

const OPERATIONS: Record<string, string> = {
  created: "create",
  changed: "update",
  replaced: "replace",
  removed: "delete",
};

/**
 * What `plan --against` says that `up` will do. Components are groups, and nothing happens to them; where options alone
 * change, such as protection, the engine takes note and AWS is not asked.
 */
export function predicted(difference: PlanDifference | undefined): Happenings {
  const found = (difference?.resources ?? []).flatMap((resource) => {
    const { kind, urn, component, inputs, follows } = resource;
    const operation = OPERATIONS[kind];
    const noted = kind === "changed" && inputs.length + follows.length === 0;
    return component || noted || operation === undefined ? [] : [[urn, operation] as const];
  });
  return Object.fromEntries(found);
}

/** What the engine did. */
export function taken(steps: Step[]): Happenings {
  const resources = steps.filter(({ type }) => !/^(acme|awsx|pulumi):/.test(type));
  const operations = resources.map(({ urn, op }) => [urn, op.includes("replace") ? "replace" : op] as const);
  return Object.fromEntries(operations);
}
