import type { Plan, PlannedResource } from "../plan.ts";

type Formatter = (text: string) => string;

/** The colours of the output; each is the identity where there are none. */
export interface Colours {
  bold: Formatter;
  dim: Formatter;
  green: Formatter;
  yellow: Formatter;
}

/** The resources as `pulumi preview` shows them: a tree of types and names, with what is special about each. */
export function drawTree(plan: Plan, colours: Colours): string[] {
  const children = Map.groupBy(plan.resources, (resource) => resource.parent);
  const lines: { left: string; resource: PlannedResource }[] = [];
  const draw = (parent: string | undefined, indent: string) => {
    const below = inReadingOrder(children.get(parent) ?? []);
    for (const [index, resource] of below.entries()) {
      const last = index === below.length - 1;
      lines.push({ left: `${indent}${last ? "└─ " : "├─ "}${shortType(resource.type)}`, resource });
      draw(resource.urn, `${indent}${last ? "   " : "│  "}`);
    }
  };
  draw(undefined, "");
  const width = Math.max(...lines.map(({ left }) => left.length));
  return lines.map(({ left, resource }) => {
    const type = resource.component ? colours.bold(left.padEnd(width)) : left.padEnd(width);
    return [type, resource.name, ...marks(resource, colours)].join("  ");
  });
}

/** `aws:ecs/service:Service` as Pulumi prints it: `aws:ecs:Service`. */
export function shortType(type: string): string {
  return type.replace(/\/[^:]*:/, ":");
}

/** Components first, as the program groups them; then by type and name. */
function inReadingOrder(resources: PlannedResource[]): PlannedResource[] {
  const key = (resource: PlannedResource) => `${resource.component ? 0 : 1} ${resource.type} ${resource.name}`;
  return resources.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function marks({ options }: PlannedResource, colours: Colours): string[] {
  return [
    ...(options.protect ? [colours.green("protected")] : []),
    ...(options.retainOnDelete ? [colours.green("kept on delete")] : []),
    ...(options.ignoreChanges ? [colours.dim(`ignores ${options.ignoreChanges.join(", ")}`)] : []),
    ...(options.provider ? [colours.dim(`by ${options.provider.split("::").at(-1)}`)] : []),
  ];
}
