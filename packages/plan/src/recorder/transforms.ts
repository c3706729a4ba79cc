import type * as pulumi from "@pulumi/pulumi";
import type { PlannedOptions } from "../plan.ts";
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
    const result = await transform({
      custom: registration.custom,
      type: registration.type,
      name: registration.name,
      props,
      opts: { ...registration.options } as pulumi.CustomResourceOptions,
    });
    if (result === undefined) continue;
    const [inputs, resources] = await serializeWithDependencies(result.props);
    registration.inputs = inputs;
    for (const set of resources.values()) {
      for (const resource of set) registration.dependencies.add(await resolved(resource.urn));
    }
    registration.options = { ...registration.options, ...changedOptions(result.opts) };
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

function changedOptions(options: pulumi.ResourceTransformResult["opts"]): PlannedOptions {
  const given = options as Record<string, unknown>;
  return Object.fromEntries(CHANGEABLE.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
}
