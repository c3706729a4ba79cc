import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb.js";
import type { PlannedOptions } from "../plan.ts";
import { toPlanned } from "./serialized.ts";
import { providerTail, tailOf } from "./urn.ts";

/** What a request says of resource options, in the form of the plan. `retainOnDelete` comes down from the parent. */
export function optionsOf(request: RegisterResourceRequest, parent: PlannedOptions | undefined): PlannedOptions {
  const timeouts = request.getCustomtimeouts();
  const customTimeouts = present({
    create: timeouts?.getCreate(),
    update: timeouts?.getUpdate(),
    delete: timeouts?.getDelete(),
  });
  return present({
    protect: request.getProtect() || undefined,
    ignoreChanges: list(request.getIgnorechangesList()),
    replaceOnChanges: list(request.getReplaceonchangesList()),
    deleteBeforeReplace: request.getDeletebeforereplacedefined() ? request.getDeletebeforereplace() : undefined,
    retainOnDelete: request.getRetainondelete() || parent?.retainOnDelete || undefined,
    deletedWith: request.getDeletedwith() === "" ? undefined : tailOf(request.getDeletedwith()),
    aliases: list([...new Set(request.getAliasesList().map((alias) => aliasText(alias, request.getParent())))].sort()),
    customTimeouts: Object.keys(customTimeouts).length === 0 ? undefined : customTimeouts,
    additionalSecretOutputs: list(request.getAdditionalsecretoutputsList()),
    provider: request.getProvider() === "" ? undefined : providerTail(request.getProvider()),
    import: request.getImportid() || undefined,
    replaceWith: list(request.getReplaceWithList().map(tailOf).sort()),
    replacementTrigger: toPlanned(request.getReplacementTrigger()?.toJavaScript()),
  });
}

/** An alias as text: the old URN's tail, or what differs from the resource itself. */
function aliasText(alias: AliasOf<RegisterResourceRequest>, ownParent: string): string {
  const spec = alias.getSpec();
  if (spec === undefined) return tailOf(alias.getUrn());
  const { name, type, project, stack } = spec.toObject();
  const differing = Object.entries(present({ name, type, project, stack })).map(([key, value]) => `${key} ${value}`);
  const parentUrn = spec.getParenturn();
  const parent = spec.getNoparent() ? "no parent" : parentUrn === ownParent ? "" : `parent ${tailOf(parentUrn)}`;
  return [...differing, ...(parent === "" ? [] : [parent])].join(", ");
}

type AliasOf<T extends { getAliasesList(): unknown[] }> = ReturnType<T["getAliasesList"]>[number];

/** The list, unless it is empty. */
export function list<T>(items: T[]): T[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** The fields that say something. */
export function present<T extends object>(fields: T): { [K in keyof T]: NonNullable<T[K]> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(kept) as { [K in keyof T]: NonNullable<T[K]> };
}
