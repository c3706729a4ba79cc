import { comparePlans, describeDifference, type Plan, type PlannedResource } from "@acme/plan";
import { stringify } from "yaml";

/** The environment that is written out whole; the others are what differs from it. */
const REFERENCE = ["prod", "shared"];

/**
 * The golden files of these plans by name: the reference environment of each stack as YAML, every other as the
 * difference from it, so that a pull request shows a change once.
 */
export function goldenFiles(plans: readonly Plan[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const plan of plans) {
    if (REFERENCE.includes(plan.environment)) files.set(`${plan.project}.${plan.environment}.yaml`, whole(plan));
    else files.set(`${plan.project}.${plan.environment}.diff`, difference(plans, plan));
  }
  return files;
}

function whole(plan: Plan): string {
  const resources = plan.resources.map(({ urn, type: _type, name: _name, parent: _parent, ...rest }) => [
    urn,
    {
      ...(rest.component && { component: true }),
      ...(Object.keys(rest.options).length > 0 && { options: rest.options }),
      ...(Object.keys(rest.inputs).length > 0 && { inputs: documents(rest.inputs) }),
      ...(hidden(rest).length > 0 && { alsoAfter: hidden(rest) }),
    },
  ]);
  const { provider, outputs, messages } = plan;
  return stringify(
    { provider, resources: Object.fromEntries(resources), outputs, messages },
    { lineWidth: 0, sortMapEntries: true, aliasDuplicateObjects: false },
  );
}

/** Dependencies that no reference in the inputs shows. */
function hidden({ inputs, dependencies }: Pick<PlannedResource, "inputs" | "dependencies">): string[] {
  const text = JSON.stringify(inputs);
  return dependencies.filter((urn) => !text.includes(`{${urn}.`));
}

/** JSON documents inside strings, opened: a policy is read line by line. */
function documents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(documents);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, documents(item)]));
  }
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return { json: JSON.parse(value) };
  } catch {
    return value;
  }
}

function difference(plans: readonly Plan[], plan: Plan): string {
  const reference = plans.find((each) => each.project === plan.project && REFERENCE.includes(each.environment));
  if (reference === undefined) throw new Error(`${plan.project} has no environment ${REFERENCE.join(" or ")}.`);
  const before = { ...reference, environment: plan.environment };
  return describeDifference(comparePlans([before], [plan]), { colour: false });
}
