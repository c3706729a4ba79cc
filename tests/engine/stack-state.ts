import type { Plan, PlannedResource } from "@acme/plan";
import type { EngineLog } from "./engine-log.ts";
import { optionPairs } from "./options.ts";

/** A resource in the state that `pulumi stack export` prints. */
export interface StateResource {
  urn: string;
  type: string;
  id?: string;
  parent?: string;
  custom: boolean;
  protect?: boolean;
  ignoreChanges?: string[];
  customTimeouts?: { create?: number; update?: number; delete?: number };
  additionalSecretOutputs?: string[];
  dependencies?: string[];
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

/** What is known after `up`: the resources of a stack, what its program asked, and the outputs of stacks that it reads. */
export interface Known {
  resources: StateResource[];
  log: EngineLog;
  /** The resources before the last update: the engine keeps of them what `ignoreChanges` names. */
  before?: StateResource[];
  /** By project. */
  outputs: Map<string, Record<string, unknown> | undefined>;
}

/** What is unique in a URN within its stack: `<type chain>::<name>`. */
export const tailOf = (urn: string) => urn.split("::").slice(2).join("::");

/** How a person names a resource of a stack: `<type>::<name>`. */
export const typeAndName = ({ urn, type }: { urn: string; type: string }) => `${type}::${urn.split("::").at(-1)}`;

/**
 * Where the engine differs from the plan, one line each: resources, parents, dependencies, options, and every input with
 * its references replaced by what the engine knows.
 */
export function differences(plan: Plan, known: Known): string[] {
  const own = known.resources.filter(({ type }) => !type.startsWith("pulumi:"));
  const state = new Map(own.map((resource) => [tailOf(resource.urn), resource]));
  const planned = new Map(plan.resources.map((resource) => [resource.urn, resource]));
  return [
    ...[...state.keys()].filter((urn) => !planned.has(urn)).map((urn) => `${urn}: only the engine has it`),
    ...plan.resources.flatMap((resource) => {
      const real = state.get(resource.urn);
      return real === undefined ? [`${resource.urn}: only the plan has it`] : compare(resource, real, known);
    }),
  ];
}

function compare(planned: PlannedResource, real: StateResource, known: Known): string[] {
  const parent = real.parent?.includes("pulumi:pulumi:Stack::") ? undefined : real.parent && tailOf(real.parent);
  const pairs: [string, unknown, unknown][] = [
    ["parent", planned.parent, parent],
    ["dependencies", planned.dependencies, (real.dependencies ?? []).map(tailOf).sort()],
    ...optionPairs(planned, real, known.log.registrations.get(real.urn)),
    ...inputPairs(planned, real, known),
  ];
  return pairs
    .filter(([, ours, theirs]) => canonical(ours) !== canonical(theirs))
    .map(([what, ours, theirs]) => `${planned.urn}: ${what}: plan ${canonical(ours)}, engine ${canonical(theirs)}`);
}

function inputPairs(planned: PlannedResource, real: StateResource, known: Known): [string, unknown, unknown][] {
  // State keeps no inputs of a component that a provider expands.
  const registered = planned.component ? known.log.registrations.get(real.urn)?.object : undefined;
  const inputs = withoutDefaults(registered ?? real.inputs ?? {}, planned.inputs) as Record<string, unknown>;
  const keys = new Set([...Object.keys(planned.inputs), ...Object.keys(inputs)]);
  return [...keys]
    .filter((key) => !isGeneratedName(key, planned, inputs[key]))
    .map((key) => [key, expectedInput(key, planned, known), inputs[key]]);
}

function expectedInput(key: string, { urn, inputs, options }: PlannedResource, known: Known): unknown {
  const before = options.ignoreChanges?.includes(key)
    ? known.before?.find((resource) => tailOf(resource.urn) === urn)
    : undefined;
  return before === undefined ? resolve(inputs[key], known) : before.inputs?.[key];
}

/** The provider makes up a name where the program gives none. */
function isGeneratedName(key: string, { inputs, name }: PlannedResource, value: unknown): boolean {
  return ["name", "bucket"].includes(key) && inputs[key] === undefined && String(value).startsWith(name);
}

/** An input without what the provider has added to it: values that `__defaults` names and the plan does not have. */
function withoutDefaults(value: unknown, planned: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => withoutDefaults(item, Array.isArray(planned) ? planned[index] : undefined));
  }
  if (typeof value !== "object" || value === null) return value;
  const ours = (typeof planned === "object" && planned !== null ? planned : {}) as Record<string, unknown>;
  const { __defaults: added = [], ...given } = value as Record<string, unknown> & { __defaults?: string[] };
  const kept = Object.entries(given).filter(([key]) => key in ours || !added.includes(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutDefaults(item, ours[key])]));
}

/** A value of a plan with its references replaced by what the engine knows. */
export function resolve(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, known));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, known)]));
  }
  if (typeof value !== "string") return value;
  if (value.startsWith(BASE64))
    return Buffer.from(String(inText(value.slice(BASE64.length), known))).toString("base64");
  const whole = /^\$\{((?:[^{}]|\{[^{}]*\})*)\}$/.exec(value);
  if (whole !== null) return lookUp(whole[1] ?? "", known);
  return inText(value, known);
}

/** How a plan shows text that the program encodes. */
const BASE64 = "base64:";

function inText(value: string, known: Known): string {
  return value
    .replace(/(?<!\$)\$\{((?:[^{}]|\{[^{}]*\})*)\}/g, (_match, path: string) => String(lookUp(path, known)))
    .replaceAll("$${", "${");
}

/** What state keeps in the place of a secret value, which a plan shows as `[secret]`. */
const SECRET = "4dabf18193072939515e22adb298388d";

/** What a reference stands for; where nothing is known under its path, a text that equals nothing. */
function lookUp(path: string, known: Known): unknown {
  return lookedUp(path, known) ?? `<nothing is known of ${path}>`;
}

function lookedUp(path: string, known: Known): unknown {
  const [looked] = [...known.log.lookUps].filter(([text]) => path.startsWith(`${text}.`));
  if (looked !== undefined) return at(looked[1], path.slice(looked[0].length + 1));
  const owner = known.resources.find(({ urn }) => path.startsWith(`${tailOf(urn)}.`));
  if (owner !== undefined) {
    const fields = { ...owner.outputs, id: owner.id, urn: owner.urn };
    return at(fields, path.slice(tailOf(owner.urn).length + 1));
  }
  const [project = "", ...rest] = path.split(".");
  return at(known.outputs.get(project), rest.join("."));
}

function at(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== "")
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], value);
}

/** A number is compared as text: a reference to one looks alike, whether a program hands it on as it is or in text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item) => {
    if (typeof item === "number") return String(item);
    if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
    if (SECRET in item) return "[secret]";
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  }) as string;
}
