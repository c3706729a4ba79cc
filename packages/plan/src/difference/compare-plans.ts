import type { Plan, PlanMessage } from "../plan.ts";
import { compareResources } from "./compare-resources.ts";
import { compareValues } from "./compare-values.ts";
import type { PlanDifference } from "./difference.ts";
import { pair } from "./pairing.ts";
import { renameReferences } from "./reference-text.ts";
import { newNames } from "./renaming.ts";

/**
 * What differs between two sets of plans: one difference per project and environment that either side has, in the order
 * of their names, equal ones too.
 *
 * @param before Plans of what stands today. A project and environment may occur once.
 * @param after Plans of what is meant to stand.
 */
export function comparePlans(before: Plan[], after: Plan[]): PlanDifference[] {
  const plans = new Map<string, { before?: Plan; after?: Plan }>();
  for (const plan of before) plans.set(keyOf(plan), { before: plan });
  for (const plan of after) plans.set(keyOf(plan), { ...plans.get(keyOf(plan)), after: plan });
  return [...plans].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sides]) => comparePlan(sides));
}

function keyOf({ project, environment }: Plan): string {
  return JSON.stringify([project, environment]);
}

function comparePlan({ before, after }: { before?: Plan; after?: Plan }): PlanDifference {
  const { project, environment } = (after ?? before) as Plan;
  const stack = before === undefined ? "created" : after === undefined ? "removed" : "both";
  const matches = pair(before?.resources ?? [], after?.resources ?? []);
  const names = newNames(matches);
  return {
    project,
    environment,
    stack,
    resources: compareResources(matches, names),
    provider: compareValues({ ...before?.provider }, { ...after?.provider }),
    outputs: compareValues(renameReferences(before?.outputs ?? {}, names) as Plan["outputs"], after?.outputs ?? {}),
    messages: {
      added: withoutThose(after?.messages ?? [], before?.messages ?? []),
      removed: withoutThose(before?.messages ?? [], after?.messages ?? []),
    },
  };
}

/** The messages that occur more often on one side than on the other. */
function withoutThose(messages: PlanMessage[], others: PlanMessage[]): PlanMessage[] {
  const left = others.map(messageKey);
  return messages.filter((message) => {
    const position = left.indexOf(messageKey(message));
    if (position >= 0) left.splice(position, 1);
    return position < 0;
  });
}

function messageKey({ severity, text }: PlanMessage): string {
  return `${severity} ${text}`;
}
