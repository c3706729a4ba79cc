import type { PlanMessage } from "../plan.ts";

/** What differs between two plans of one project in one environment: plain, serialisable data, the same every time. */
export interface PlanDifference {
  project: string;
  environment: string;
  /** Which side has a plan. With one side only, the whole stack is created or removed. */
  stack: "both" | "created" | "removed";
  /** Resources that differ, ordered by URN. */
  resources: ResourceDifference[];
  /** Settings of the AWS provider that differ. */
  provider: ValueChange[];
  /** Outputs of the stack that differ. */
  outputs: ValueChange[];
  /** Messages that only one side has. */
  messages: { added: PlanMessage[]; removed: PlanMessage[] };
}

/**
 * What happens to a resource.
 *
 * `renamed`: nothing but its URN differs, and an alias says so. `ignored`: only properties under `ignoreChanges` differ,
 * so the engine does nothing. `reordered`: only what it waits for differs.
 */
export type ResourceDifferenceKind =
  | "created"
  | "removed"
  | "changed"
  | "replaced"
  | "renamed"
  | "ignored"
  | "reordered";

/** What differs in one resource. */
export interface ResourceDifference {
  kind: ResourceDifferenceKind;
  /** Tail of the URN after, or before where the resource is removed. */
  urn: string;
  type: string;
  name: string;
  /** Tail of the parent's URN, on the side that `urn` is from. */
  parent?: string;
  /** True for a component. */
  component?: true;
  /** Names of the components around it, outermost first. */
  path: string[];
  /** Tail of the URN before, where an alias connects the two. */
  renamedFrom?: string;
  /** Inputs that differ. Empty where the resource is created or removed. */
  inputs: ValueChange[];
  /** Resource options that differ, and `parent` and `type`. */
  options: ValueChange[];
  /** Dependencies that differ, where nothing else does. */
  dependencies: { added: string[]; removed: string[] };
  /** Tails of the URNs of replaced resources that it refers to, and is updated or replaced for. */
  follows: string[];
  /** What stands in the resource and is lost with it, such as `files`; absent where nothing is. */
  holds?: string;
  /** True where `up` refuses, because the resource is protected. */
  refused?: true;
  /** True where the resource stays in AWS although the stack forgets it. */
  retained?: true;
  /** True where the old one goes before the new one comes. */
  deletedFirst?: true;
}

/** One value that differs. A side that lacks the value lacks the key. */
export interface ValueChange {
  /** Where, for a reader: `tags.Name`, `egress[0].cidrBlocks[1]`, `policy.Statement[ReadSecrets].Action`. */
  path: string;
  /** Where, for a program: property names and indexes. Inside a document in a string it goes on. */
  at: (string | number)[];
  before?: unknown;
  after?: unknown;
  /** True where the change forces a replacement. */
  replaces?: true;
  /** True where nobody here knows whether it does: the type or the property is newer than the table. */
  mayReplace?: true;
  /** True where `ignoreChanges` covers it. */
  ignored?: true;
  /** `order`: the same elements in another order. `notation`: the same JSON document, written in another way. */
  only?: "order" | "notation";
}

/** True where anything differs but properties under `ignoreChanges`: those the engine leaves alone. */
export function hasChanges(differences: PlanDifference[]): boolean {
  return differences.some(
    (difference) =>
      difference.stack !== "both" ||
      difference.resources.some((resource) => resource.kind !== "ignored") ||
      difference.provider.length + difference.outputs.length > 0 ||
      difference.messages.added.length + difference.messages.removed.length > 0,
  );
}
