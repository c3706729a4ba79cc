/** The table, or the kind of table, that a refusal comes from. */
export type RuleId =
  | "operating-system"
  | "network-mode"
  | "fargate-task-size"
  | "ec2-task-size"
  | "limit"
  | "log-retention"
  | "volume"
  | "feature"
  | "deployment"
  | "instance-type"
  | "host-capacity"
  | "windows-throughput"
  | "override";

/** What AWS does not allow about a value, and what to write instead. */
export interface Refusal {
  /** The rule that refuses; name it in a `RuleOverride` to override it. */
  rule: RuleId;
  /** What is wrong, with the value, as a sentence without its full stop. */
  problem: string;
  /** What to do, as a sentence without its full stop. */
  fix: string;
  /** An `error` stops a deployment; a `warning` is said and passes. */
  severity: "error" | "warning";
}

/** One environment's decision to pass a rule, for the day on which AWS allows more than the tables say. */
export interface RuleOverride {
  /** The rule to pass; every refusal of that rule becomes a warning. */
  rule: RuleId;
  /** Why AWS allows it, for the reader of the warning; an empty reason is an error. */
  reason: string;
}

/** A refusal that stops. */
export function error(rule: RuleId, problem: string, fix: string): Refusal {
  return { rule, problem, fix, severity: "error" };
}

/** A refusal that is only said. */
export function warning(rule: RuleId, problem: string, fix: string): Refusal {
  return { rule, problem, fix, severity: "warning" };
}

/** The refusal as two sentences, to stand after the name of a component or a configuration key. */
export function refusalText(refusal: Refusal): string {
  return `${refusal.problem}. ${refusal.fix}.`;
}

/** Turns the refusals of overridden rules into warnings that carry the reason, and refuses overrides without one. */
export function applyOverrides(refusals: Refusal[], overrides: RuleOverride[]): Refusal[] {
  const reasons = new Map(overrides.map(({ rule, reason }) => [rule, reason.trim()]));
  const judged = refusals.map((refusal): Refusal => {
    const reason = reasons.get(refusal.rule);
    if (!reason) return refusal;
    return { ...refusal, severity: "warning", problem: `${refusal.problem} (allowed here: ${reason})` };
  });
  const unreasoned = overrides
    .filter(({ reason }) => reason.trim() === "")
    .map(({ rule }) =>
      error("override", `The override of rule "${rule}" has no reason`, "Say why AWS allows it, or remove it"),
    );
  return [...judged, ...unreasoned];
}
