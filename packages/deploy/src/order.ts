import { type Deployment, environmentOf, type Stack, UserError } from "@acme/plan/workspace";
import { type Call, typed } from "./call.ts";
import { nearestName } from "./nearest-name.ts";

/**
 * What a call runs, in the order in which it runs.
 *
 * `preview` and `up` take the stacks of the environment, each after what it depends on; what they need of another
 * environment comes first. `destroy` takes the stacks of the environment alone, in reverse: what others share stays.
 *
 * @param stacks all stacks of the workspace, each after those that it depends on.
 */
export function order(stacks: readonly Stack[], call: Call): Deployment[] {
  const own = stacks.filter((stack) => stack.environments.includes(call.environment));
  if (own.length === 0) throw unknownEnvironment(stacks, call.environment);
  const deployments = own.map((stack) => ({ stack, environment: call.environment }));
  return choose(call.command === "destroy" ? deployments.reverse() : withDependencies(stacks, deployments, call), call);
}

function withDependencies(stacks: readonly Stack[], deployments: Deployment[], call: Call): Deployment[] {
  const ordered: Deployment[] = [];
  const add = (deployment: Deployment) => {
    const { stack, environment } = deployment;
    if (ordered.some((each) => each.stack === stack && each.environment === environment)) return;
    for (const dependency of dependenciesOf(stacks, deployment)) add(dependency);
    ordered.push(deployment);
  };
  const needed = deployments.flatMap((deployment) => dependenciesOf(stacks, deployment));
  for (const shared of needed.filter((each) => !each.stack.environments.includes(call.environment))) add(shared);
  for (const deployment of deployments) add(deployment);
  return ordered;
}

function dependenciesOf(stacks: readonly Stack[], { stack, environment }: Deployment): Deployment[] {
  const dependencies = stacks.filter(({ name }) => stack.dependencies.includes(name));
  return dependencies.map((each) => ({ stack: each, environment: environmentOf(each, environment) }));
}

function choose(deployments: Deployment[], call: Call): Deployment[] {
  if (call.stacks.length === 0) return deployments;
  const names = deployments.map(({ stack }) => stack.name);
  for (const name of call.stacks) {
    if (!names.includes(name)) throw unknownStack(name, names, call);
  }
  return deployments.filter(({ stack }) => call.stacks.includes(stack.name));
}

function unknownEnvironment(stacks: readonly Stack[], environment: string): UserError {
  const known = [...new Set(stacks.flatMap((stack) => stack.environments))].sort();
  if (known.length === 0) {
    return new UserError("No stack has an environment. Add a file like stacks/<stack>/Pulumi.dev.yaml.");
  }
  return new UserError(`No stack has an environment "${environment}". ${advice(environment, known)}`);
}

function unknownStack(name: string, names: string[], call: Call): UserError {
  const whole = typed({ ...call, stacks: [], yes: false });
  return new UserError(`"${whole}" has no stack "${name}". ${advice(name, names)}`);
}

function advice(word: string, known: string[]): string {
  const nearest = nearestName(word, known);
  return nearest === undefined
    ? `There is: ${known.join(", ")}.`
    : `Did you mean ${nearest}? There is: ${known.join(", ")}.`;
}
