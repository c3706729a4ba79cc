import type { Engine } from "./engine.ts";
import type { Step } from "./steps.ts";

/** A difference that an emulated AWS makes up. */
interface MadeUp {
  type: RegExp;
  property: string;
  /** What AWS does, and the emulator does not. */
  reason: string;
}

const MADE_UP: MadeUp[] = [
  {
    type: /^aws:vpc\/securityGroup(Ingress|Egress)Rule:/,
    property: "description",
    reason: "AWS tells the description of a rule that names another group",
  },
  {
    type: /^aws:autoscaling\/group:Group$/,
    property: "mixedInstancesPolicy",
    reason: "AWS keeps the policy of a group where an update leaves it out",
  },
];

/** Steps that AWS itself would make necessary. In a real account these are all. */
export function genuine({ account }: Engine, steps: Step[]): Step[] {
  if (account !== undefined) return steps;
  return steps.filter(
    ({ op, type, properties }) =>
      op !== "update" || !MADE_UP.some((madeUp) => madeUp.type.test(type) && properties.join() === madeUp.property),
  );
}
