import type { Plan } from "../plan.ts";
import { RecordingError } from "./recording-error.ts";
import { token } from "./reference.ts";

/**
 * The outputs of another stack as its readers see them: what its plan knows as it is, and `${<project>.<output>}` for
 * what only AWS knows.
 *
 * @param name `organization/<project>/<environment>`, as in a `StackReference`.
 */
export function stackOutputsOf(name: string, plans: readonly Plan[]): Record<string, unknown> {
  const [, project, environment] = name.split("/");
  const plan = plans.find((each) => each.project === project && each.environment === environment);
  if (plan === undefined) throw new RecordingError(`The stack ${name} is read, and there is no plan of it.`);
  return read(plan.outputs, plan.project) as Record<string, unknown>;
}

function read(value: unknown, path: string): unknown {
  if (typeof value === "string") return value.includes("${") ? token(path) : value;
  if (Array.isArray(value)) return value.map((item, index) => read(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item, `${path}.${key}`)]));
}
