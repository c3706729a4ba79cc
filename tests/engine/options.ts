import type { PlannedOptions, PlannedResource } from "@acme/plan";
import type { Registration } from "./engine-log.ts";
import { type StateResource, tailOf } from "./stack-state.ts";

/**
 * Each resource option as the plan has it and as the engine has it.
 *
 * State knows what transforms have made of protect, ignoreChanges, time-outs and secret outputs; the other options are only
 * in the registration.
 */
export function optionPairs(
  { options }: PlannedResource,
  real: StateResource,
  registration: Registration | undefined,
): [string, unknown, unknown][] {
  const theirs: Record<keyof PlannedOptions, unknown> = {
    protect: real.protect,
    ignoreChanges: real.ignoreChanges,
    customTimeouts: real.customTimeouts,
    additionalSecretOutputs: real.additionalSecretOutputs,
    replaceOnChanges: registration?.replaceOnChanges,
    deleteBeforeReplace: registration?.deleteBeforeReplace,
    retainOnDelete: registration?.retainOnDelete,
    deletedWith: registration?.deletedWith,
    aliases: aliasTexts(registration),
    provider: registration?.provider && tailOf(registration.provider.replace(/::[^:]*$/, "")),
    import: undefined,
    replaceWith: undefined,
    replacementTrigger: undefined,
  };
  const ours = { ...options, customTimeouts: seconds(options.customTimeouts) };
  return Object.entries(theirs).map(([name, value]) => [name, said(ours[name as keyof typeof ours]), said(value)]);
}

/** Aliases as a plan writes them: the old URN's tail, or what differs from the resource itself. */
function aliasTexts(registration: Registration | undefined): string[] {
  const texts = (registration?.aliases ?? []).map(({ urn, spec = {} }) => {
    if (urn !== undefined) return tailOf(urn);
    const { name, type, parentUrn, noParent } = spec;
    const parent = noParent
      ? "no parent"
      : parentUrn === registration?.parent
        ? ""
        : `parent ${tailOf(parentUrn ?? "")}`;
    return [name && `name ${name}`, type && `type ${type}`, parent].filter(Boolean).join(", ");
  });
  return [...new Set(texts)].sort();
}

/** An option that says no more than the engine's default is as good as none. */
function said(value: unknown): unknown {
  return value === false || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

/** Time-outs as state has them. */
function seconds(timeouts: Record<string, string> | undefined): Record<string, number> | undefined {
  if (timeouts === undefined) return undefined;
  const units: Record<string, number> = { s: 1, m: 60, h: 3600 };
  return Object.fromEntries(
    Object.entries(timeouts).map(([operation, text]) => {
      const [, amount = "", unit = ""] = /^(\d+)([smh])$/.exec(text) ?? [];
      return [operation, Number(amount) * (units[unit] ?? Number.NaN)];
    }),
  );
}
