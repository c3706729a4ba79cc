import { UserError } from "../user-error.ts";
import { type Deployment, environmentOf, type Stack } from "../workspace/stack.ts";

/**
 * What a call asks for, with all that it depends on, in the order in which it can be planned.
 *
 * @param names stacks; none means all.
 * @param environments none means every one that a stack has.
 */
export function select(stacks: readonly Stack[], names: string[], environments: string[]): Deployment[] {
  const chosen = names.length === 0 ? stacks : names.map((name) => stackNamed(stacks, name));
  for (const environment of environments) requireEnvironment(stacks, environment);
  const wanted = new Map<string, Deployment>();
  const add = (stack: Stack, environment: string) => {
    for (const name of stack.dependencies) {
      const dependency = stackNamed(stacks, name);
      add(dependency, environmentOf(dependency, environment));
    }
    wanted.set(`${stack.name}/${environment}`, { stack, environment });
  };
  for (const stack of chosen) {
    for (const environment of environmentsOf(stack, environments, names.length > 0)) add(stack, environment);
  }
  return stacks.flatMap((stack) =>
    stack.environments.flatMap((environment) => wanted.get(`${stack.name}/${environment}`) ?? []),
  );
}

function environmentsOf(stack: Stack, asked: string[], named: boolean): string[] {
  if (asked.length === 0) return stack.environments;
  if (named) return asked.map((environment) => environmentOf(stack, environment));
  return stack.environments.filter((environment) => asked.includes(environment));
}

function stackNamed(stacks: readonly Stack[], name: string): Stack {
  const found = stacks.find((stack) => stack.name === name);
  if (found !== undefined) return found;
  throw new UserError(`There is no stack "${name}". Use ${stacks.map((stack) => stack.name).join(", ")}.`);
}

function requireEnvironment(stacks: readonly Stack[], environment: string): void {
  const known = [...new Set(stacks.flatMap((stack) => stack.environments))].sort();
  if (known.includes(environment)) return;
  throw new UserError(`There is no environment "${environment}". Use ${known.join(", ")}.`);
}
