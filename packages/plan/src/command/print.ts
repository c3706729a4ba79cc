import type { Plan } from "../plan.ts";
import { colours as terminal } from "./colours.ts";
import { factsOf } from "./facts.ts";
import { type Colours, drawTree } from "./tree.ts";

/** One plan for a person: its name, its tree, its facts and what the program had to say. */
export function printPlan(plan: Plan, colours: Colours = terminal): string {
  const components = plan.resources.filter((resource) => resource.component).length;
  const counts = `${count(plan.resources.length - components, "resource")} in ${count(components, "component")}`;
  const title = `${colours.bold(`${plan.project} ${plan.environment}`)}  ${plan.provider.region ?? ""}  ${counts}`;
  const facts = factsOf(plan).map(({ title: name, text }) => `${colours.dim(name.padEnd(10))} ${text}`);
  const messages = plan.messages.map(({ severity, text }) =>
    severity === "warning" ? colours.yellow(`warning    ${text}`) : `${colours.dim("note".padEnd(10))} ${text}`,
  );
  return [title, ...drawTree(plan, colours), ...facts, ...messages, ""].join("\n");
}

/** The last line: what was planned, all in all. */
export function printSummary(plans: readonly Plan[]): string {
  const resources = plans.flatMap((plan) => plan.resources).filter((resource) => !resource.component).length;
  return `${count(plans.length, "plan")}, ${count(resources, "resource")}. Nothing was called, nothing was changed.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
