import type { Plan, PlannedResource } from "@acme/plan";

/** A resource in the state that `pulumi stack export` prints. */
export interface StateResource {
  urn: string;
  type: string;
  id?: string;
  parent?: string;
  custom: boolean;
  protect?: boolean;
  dependencies?: string[];
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

/** What is known after `up`: the resources of a stack and the outputs of those that it reads. */
export interface Known {
  resources: StateResource[];
  stackOutputs: Record<string, Record<string, unknown>>;
  account: string;
  /** Values of the SSM parameters that a program reads, by name. */
  parameters: Record<string, string>;
}

const tailOf = (urn: string) => urn.split("::").slice(2).join("::");

/**
 * Where the engine's state differs from the plan, one line each: resources, parents, dependencies, protection, and every
 * input with its references replaced by what the engine knows.
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
    ["protect", planned.options.protect ?? false, real.protect ?? false],
    ["dependencies", planned.dependencies, (real.dependencies ?? []).map(tailOf).sort()],
    ...(planned.component ? [] : inputPairs(planned, real, known)),
  ];
  return pairs
    .filter(([, ours, theirs]) => canonical(ours) !== canonical(theirs))
    .map(([what, ours, theirs]) => `${planned.urn}: ${what}: plan ${canonical(ours)}, engine ${canonical(theirs)}`);
}

function inputPairs(planned: PlannedResource, real: StateResource, known: Known): [string, unknown, unknown][] {
  const inputs = real.inputs ?? {};
  const keys = new Set([...Object.keys(planned.inputs), ...Object.keys(inputs)]);
  return [...keys]
    .filter((key) => key !== "__defaults" && !isGeneratedName(key, planned, inputs[key]))
    .map((key) => [key, resolve(planned.inputs[key], known), withoutDefaults(inputs[key])]);
}

/** The provider makes up a name where the program gives none. */
function isGeneratedName(key: string, { inputs, name }: PlannedResource, value: unknown): boolean {
  return ["name", "bucket"].includes(key) && inputs[key] === undefined && String(value).startsWith(name);
}

function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "__defaults");
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutDefaults(item)]));
}

function resolve(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, known));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, known)]));
  }
  if (typeof value !== "string") return value;
  if (value.startsWith(BASE64))
    return Buffer.from(String(inText(value.slice(BASE64.length), known))).toString("base64");
  const looked = value.replace(PARAMETER, (_match, name: string) => known.parameters[name] ?? "");
  if (looked !== value) return looked;
  const whole = /^\$\{([^{}]*)\}$/.exec(value);
  if (whole !== null) return lookUp(whole[1] ?? "", known);
  return inText(value, known);
}

/** How a plan shows text that the program encodes. */
const BASE64 = "base64:";

function inText(value: string, known: Known): string {
  return value
    .replace(/(?<!\$)\$\{([^{}]*)\}/g, (_match, path: string) => String(lookUp(path, known)))
    .replaceAll("$${", "${");
}

/** What state keeps in the place of a secret value, which a plan shows as `[secret]`. */
const SECRET = "4dabf18193072939515e22adb298388d";

/** A reference to a parameter of SSM that the program looks up. */
const PARAMETER = /\$\{aws:ssm\/getParameter:getParameter\(\{'name':'([^']+)'\}\)\.value\}/g;

/** The names of the SSM parameters that the program of a plan looks up. */
export function parametersOf(plan: Plan): string[] {
  return [...JSON.stringify(plan.resources).matchAll(PARAMETER)].map(([, name = ""]) => name);
}

function lookUp(path: string, known: Known): unknown {
  if (path === "aws:index/getCallerIdentity:getCallerIdentity().accountId") return known.account;
  const owner = known.resources.find(({ urn }) => path.startsWith(`${tailOf(urn)}.`));
  if (owner !== undefined) {
    const fields = { ...owner.outputs, id: owner.id, urn: owner.urn };
    return at(fields, path.slice(tailOf(owner.urn).length + 1));
  }
  const [project = "", ...rest] = path.split(".");
  return at(known.stackOutputs[project], rest.join("."));
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
