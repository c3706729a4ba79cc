/**
 * What a program would register with the engine in one environment: plain, serialisable data.
 *
 * A value that only AWS can know stands as a reference, `${<type chain>::<name>.<path>}`, in its place, inside JSON
 * documents too. A literal `$` before `{` or before a reference is doubled.
 */
export interface Plan {
  /** Name of the Pulumi project, as in `Pulumi.yaml`. */
  project: string;
  /** Name of the stack: one environment of the project. */
  environment: string;
  /** Settings of the AWS provider that reach every resource. */
  provider: ProviderSettings;
  /** Every resource and component, ordered by URN. */
  resources: PlannedResource[];
  /** What the program returns: the outputs of the stack. */
  outputs: Record<string, unknown>;
  /** What the program had to say: warnings and information, in the order of their text. */
  messages: PlanMessage[];
}

/** The `aws:` settings of an environment file, by their names without `aws:`: where everything goes, and by whom. */
export interface ProviderSettings {
  region?: string;
  allowedAccountIds?: string[];
  /** Tags that every resource gets which takes tags. */
  defaultTags?: Record<string, string>;
  /** Whatever else the file sets, such as `assumeRole`. */
  [setting: string]: unknown;
}

/** One resource as the program registers it. */
export interface PlannedResource {
  /** The tail of the URN, `<type chain>::<name>`: unique within the plan. */
  urn: string;
  /** Type token, such as `aws:ecs/service:Service`. */
  type: string;
  /** Logical name. */
  name: string;
  /** Tail of the parent's URN; absent below the stack itself. */
  parent?: string;
  /** True for a component, which groups resources and is none itself. */
  component?: true;
  /** The inputs, with references in place. A secret is `[secret]`, whole. */
  inputs: Record<string, unknown>;
  /** Tails of the URNs of all resources that come first, sorted. */
  dependencies: string[];
  /** Resource options that change what the engine does. */
  options: PlannedOptions;
}

/** Resource options; absent means the engine's default. */
export interface PlannedOptions {
  protect?: boolean;
  ignoreChanges?: string[];
  replaceOnChanges?: string[];
  deleteBeforeReplace?: boolean;
  retainOnDelete?: boolean;
  deletedWith?: string;
  /** Names that the resource had: `name`, `type` or `parent` where they differ. */
  aliases?: string[];
  customTimeouts?: Record<string, string>;
  additionalSecretOutputs?: string[];
  /** Tail of the URN of an explicit provider. */
  provider?: string;
  import?: string;
  /** Tails of the URNs of resources with which this one is replaced. */
  replaceWith?: string[];
  /** A value whose change replaces the resource. */
  replacementTrigger?: unknown;
}

/** Something that the program logged. */
export interface PlanMessage {
  severity: "info" | "warning";
  text: string;
}

/** Stands for a secret value in a plan. */
export const SECRET = "[secret]";

/** The resources of one type, such as `aws:efs/mountTarget:MountTarget`, in the order of the plan. */
export function ofType(plan: Plan, type: string): PlannedResource[] {
  return plan.resources.filter((resource) => resource.type === type);
}

/** The only resource of a type (and name, where one is given). An error says how many there are otherwise. */
export function only(plan: Plan, type: string, name?: string): PlannedResource {
  const found = ofType(plan, type).filter((resource) => name === undefined || resource.name === name);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    const names = ofType(plan, type).map((resource) => resource.name);
    throw new Error(
      `The plan has ${found.length} of ${type}${name ? ` "${name}"` : ""}: ${names.join(", ") || "none"}.`,
    );
  }
  return first;
}

/** The plan as JSON text: keys sorted, two spaces, so that two equal plans are equal bytes. */
export function serialize(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
