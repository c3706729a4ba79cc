import { tailOf } from "./stack-state.ts";

/** What the engine did to one resource. */
export interface Step {
  /** As the engine calls it: `create`, `update`, `replace`, `delete`, `refresh`. */
  op: string;
  /** Tail of the URN. */
  urn: string;
  type: string;
  /** Properties that differed, where the provider named them. */
  properties: string[];
}

interface Event {
  resOutputsEvent?: { metadata: { op: string; urn: string; type: string; diffs?: string[] } };
  diagnosticEvent?: { severity: string; message: string };
}

const WITHOUT_EFFECT = ["same", "read", "refresh"];

/** The steps in what `pulumi preview --json` prints, without those that would leave a resource as it is. */
export function plannedSteps(output: string): Step[] {
  const { steps } = JSON.parse(output) as { steps: { op: string; urn: string; diffReasons?: string[] }[] };
  return steps
    .filter(({ op }) => !WITHOUT_EFFECT.includes(op))
    .map(({ op, urn, diffReasons }) => ({ op, urn: tailOf(urn), type: typeOf(urn), properties: diffReasons ?? [] }));
}

/** The type in a URN, without those of what it stands in. */
function typeOf(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

/** The steps in the events that `pulumi … --json` prints, without those that left a resource as it was. */
export function stepsOf(output: string): Step[] {
  return eventsOf(output).flatMap(({ resOutputsEvent }) => {
    if (resOutputsEvent === undefined) return [];
    const { op, urn, type, diffs } = resOutputsEvent.metadata;
    if (WITHOUT_EFFECT.includes(op)) return [];
    return [{ op, urn: tailOf(urn), type, properties: diffs ?? [] }];
  });
}

/** The errors among those events, each once. */
export function errorsOf(output: string): string {
  const messages = eventsOf(output).flatMap(({ diagnosticEvent }) =>
    diagnosticEvent?.severity === "error" ? [diagnosticEvent.message.trim()] : [],
  );
  return [...new Set(messages)].join("\n");
}

function eventsOf(output: string): Event[] {
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  return lines.map((line) => JSON.parse(line) as Event);
}
