import picocolors from "picocolors";
import { describeChange } from "./describe-change.ts";
import { countsText, describeResource, kindCounts, shown } from "./describe-resource.ts";
import { hasChanges, type PlanDifference, type ResourceDifference, type ValueChange } from "./difference.ts";
import { type Colors, typeName } from "./words.ts";

/** How to print differences. */
export interface DescribeOptions {
  /** Whether the text may hold the escape codes of a terminal. */
  colour: boolean;
}

/** What differs, in words for a reviewer: a paragraph for each project and environment, then a summary. */
export function describeDifference(differences: PlanDifference[], options: DescribeOptions): string {
  const colors = picocolors.createColors(options.colour);
  const paragraphs = differences.map((difference) => describePlan(difference, colors));
  const text = paragraphs.map((lines, index) => {
    const close = lines.length === 1 && paragraphs[index + 1]?.length === 1;
    return `${lines.join("\n")}\n${close ? "" : "\n"}`;
  });
  return `${text.join("")}${summary(differences)}\n`;
}

function describePlan(difference: PlanDifference, colors: Colors): string[] {
  const title = colors.bold(`${difference.project} ${difference.environment}`);
  const resources = shown(difference.resources);
  if (difference.stack !== "both")
    return [`${title}: the whole stack is ${difference.stack}`, ...wholeStack(difference, colors)];
  const lines = [
    ...resources.flatMap((resource) => describeResource(resource, colors)),
    ...describeProvider(difference.provider, colors),
    ...describeOutputs(difference.outputs, colors),
    ...describeMessages(difference.messages, colors),
  ];
  if (lines.length === 0) return [`${title}: no change`];
  return [`${title}: ${countsText(kindCounts(resources)) || "no resource differs"}`, ...lines];
}

/** A stack that comes or goes as a whole: how much of what, and each thing that is lost. */
function wholeStack({ stack, resources }: PlanDifference, colors: Colors): string[] {
  const mark = stack === "created" ? colors.green("+") : colors.red("-");
  const counts = new Map<string, number>();
  for (const { type, component } of resources) if (!component) counts.set(type, (counts.get(type) ?? 0) + 1);
  const lost = resources.filter(({ holds, refused, component }) => !component && (holds !== undefined || refused));
  return [
    ...[...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, count]) => `  ${mark} ${count} × ${typeName(type)}`),
    ...lost.flatMap((resource: ResourceDifference) => describeResource(resource, colors)),
  ];
}

const REACH: Record<string, string> = {
  region: "replaces every resource that belongs to a Region",
  defaultTags: "reaches every resource that takes tags",
};

function describeProvider(changes: ValueChange[], colors: Colors): string[] {
  return changes.flatMap((change) => {
    const reach = REACH[String(change.at[0])];
    const lines = describeChange({ ...change, path: `provider ${change.path}` }, colors);
    return lines.map(
      (line, index) => `  ${line}${index === 0 && reach !== undefined ? `  ${colors.magenta(reach)}` : ""}`,
    );
  });
}

function describeOutputs(changes: ValueChange[], colors: Colors): string[] {
  return changes
    .flatMap((change) => describeChange({ ...change, path: `output ${change.path}` }, colors))
    .map((line) => `  ${line}`);
}

function describeMessages({ added, removed }: PlanDifference["messages"], colors: Colors): string[] {
  return [
    ...added.map(({ severity, text }) => `  ${colors.green("+")} ${severity}: ${text}`),
    ...removed.map(({ severity, text }) => `  ${colors.red("-")} ${severity}: ${text}`),
  ];
}

function summary(differences: PlanDifference[]): string {
  const changed = differences.filter((difference) => hasChanges([difference]));
  if (changed.length === 0) return `No change in ${plans(differences.length)}.`;
  const counts = countsText(kindCounts(changed.flatMap(({ resources }) => shown(resources)))) || "no resource differs";
  return `${counts}; ${changed.length} of ${plans(differences.length)} ${changed.length === 1 ? "differs" : "differ"}.`;
}

function plans(count: number): string {
  return count === 1 ? "1 plan" : `${count} plans`;
}
