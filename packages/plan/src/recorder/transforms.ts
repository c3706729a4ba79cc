import type * as pulumi from "@pulumi/pulumi";
import type { PlannedOptions } from "../plan.ts";
import { list, present } from "./options.ts";
import { RecordingError } from "./recording-error.ts";
import { deserialize, resolved, serializeWithDependencies } from "./sdk.ts";

/** A registration on its way into the plan, as transforms may change it. */
export interface Registration {
  custom: boolean;
  type: string;
  name: string;
  /** In the SDK's wire format. */
  inputs: Record<string, unknown>;
  /** URNs. */
  dependencies: Set<string>;
  options: PlannedOptions;
}

/** Runs transforms as the engine does: a resource's own first, then its ancestors', then the stack's. */
export async function runTransforms(
  registration: Registration,
  transforms: Iterable<pulumi.ResourceTransform>,
): Promise<void> {
  for (const transform of transforms) {
    const props = deserialize(registration.inputs);
    const opts: Record<string, unknown> = { ...registration.options };
    const result = await transform({
      custom: registration.custom,
      type: registration.type,
      name: registration.name,
      props,
      opts: opts as pulumi.CustomResourceOptions,
    });
    if (result === undefined) continue;
    const [inputs, resources] = await serializeWithDependencies(result.props);
    registration.inputs = inputs;
    for (const set of resources.values()) {
      for (const resource of set) registration.dependencies.add(await resolved(resource.urn));
    }
    registration.options = changedOptions(registration, opts, result.opts as Record<string, unknown>);
  }
}

const CHANGEABLE = [
  "protect",
  "ignoreChanges",
  "replaceOnChanges",
  "deleteBeforeReplace",
  "retainOnDelete",
  "customTimeouts",
] as const;
const FIXED = ["aliases", "dependsOn", "provider", "deletedWith", "import", "additionalSecretOutputs"] as const;

/** The options as the transform gives them back. What the plan cannot carry over is refused. */
function changedOptions(
  { type, name, options }: Registration,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): PlannedOptions {
  const lost = FIXED.find((key) => key in after && after[key] !== before[key]);
  if (lost !== undefined) {
    throw new RecordingError(
      `A transform sets ${lost} of "${name}" (${type}), which the plan does not follow. Set it on the resource.`,
    );
  }
  const changed = Object.fromEntries(CHANGEABLE.map((key) => [key, after[key]])) as PlannedOptions;
  return present({
    ...options,
    ...changed,
    protect: changed.protect || undefined,
    ignoreChanges: list(changed.ignoreChanges ?? []),
    replaceOnChanges: list(changed.replaceOnChanges ?? []),
  }) as PlannedOptions;
}
