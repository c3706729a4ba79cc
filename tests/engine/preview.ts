import type { Plan, PlannedResource } from "@acme/plan";
import { type EngineLog, type Registration, UNKNOWN } from "./engine-log.ts";
import { optionPairs } from "./options.ts";
import { tailOf } from "./stack-state.ts";

/**
 * Where a preview differs from the plan, one line each: resources, parents, dependencies, options, inputs and the stack's
 * outputs. A value that is unknown there is a reference here, and every other value is the same.
 */
export function previewDifferences(plan: Plan, log: EngineLog): string[] {
  const own = [...log.registrations.values()].filter(({ type }) => type !== "pulumi:pulumi:Stack");
  const real = new Map(own.map((registration) => [tailOf(registration.urn), registration]));
  const planned = new Set(plan.resources.map(({ urn }) => urn));
  return [
    ...[...real.keys()].filter((urn) => !planned.has(urn)).map((urn) => `${urn}: only the engine has it`),
    ...plan.resources.flatMap((resource) => {
      const registration = real.get(resource.urn);
      return registration === undefined ? [`${resource.urn}: only the plan has it`] : compare(resource, registration);
    }),
    ...compareValues("outputs", plan.outputs, log.outputs),
  ];
}

function compare(planned: PlannedResource, real: Registration): string[] {
  const parent = real.parent?.includes("pulumi:pulumi:Stack::") ? undefined : real.parent && tailOf(real.parent);
  const { customTimeouts, ...known } = real;
  return [
    ...compareValues("parent", planned.parent, parent),
    ...compareValues("dependencies", planned.dependencies, (real.dependencies ?? []).map(tailOf).sort()),
    ...optionPairs(planned, { custom: real.custom ?? false, ...known }, real).flatMap((pair) => compareValues(...pair)),
    ...compareValues("inputs", planned.inputs, withoutAbsentIpv6(real)),
  ].map((line) => `${planned.urn}: ${line}`);
}

/** awsx passes on the IPv6 block of a subnet that takes none: unknown in a preview, absent after `up`. */
function withoutAbsentIpv6({ type, object = {} }: Registration): Record<string, unknown> {
  const isAbsent = type === "aws:ec2/subnet:Subnet" && object.assignIpv6AddressOnCreation === false;
  return isAbsent && object.ipv6CidrBlock === UNKNOWN ? { ...object, ipv6CidrBlock: undefined } : object;
}

function compareValues(at: string, ours: unknown, theirs: unknown): string[] {
  if (theirs === UNKNOWN && holdsReference(ours)) return [];
  if (isObject(ours) && isObject(theirs) && Array.isArray(ours) === Array.isArray(theirs)) {
    const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    return [...keys].flatMap((key) => compareValues(`${at}.${key}`, ours[key], theirs[key]));
  }
  return ours === theirs ? [] : [`${at}: plan ${JSON.stringify(ours)}, preview ${JSON.stringify(theirs)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function holdsReference(value: unknown): boolean {
  if (isObject(value)) return Object.values(value).some(holdsReference);
  return typeof value === "string" && /(?<!\$)\$\{/.test(value);
}
