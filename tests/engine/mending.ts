import { arnsTagged } from "./aws-look-up.ts";
import type { Engine } from "./engine.ts";
import type { StackName } from "./held-stacks.ts";
import { type StateResource, typeAndName } from "./stack-state.ts";

/** What Pulumi had begun when it was stopped, and whose end it did not see. */
export interface PendingOperation {
  type: "creating" | "updating" | "deleting";
  resource: StateResource;
}

/** The pending operations of a stack, in the order of their types and names. */
export async function pendingOperations(engine: Engine, { stack, env }: StackName): Promise<PendingOperation[]> {
  const { deployment } = JSON.parse(await engine.run(stack, env, "stack", "export"));
  const pending = (deployment.pending_operations ?? []) as PendingOperation[];
  return pending.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** `<type>::<name>` of what an operation works on. */
export const keyOf = ({ resource }: PendingOperation) => typeAndName(resource);

/** ARNs of what carries the tag of an environment in AWS, and that no state of these stacks knows. */
export async function unknownArns(engine: Engine, places: StackName[], environment: string): Promise<string[]> {
  const known = new Set<unknown>();
  for (const { stack, env } of places)
    for (const { id, outputs } of await engine.state(stack, env)) known.add(id).add(outputs?.arn);
  const tagged = await arnsTagged(engine.emulator, "environment", environment);
  return tagged.filter((arn) => !known.has(arn) && !known.has(arn.split("/").at(-1))).sort();
}

/** Makes a thing that AWS has the one that the stack was creating. */
export async function adopt(engine: Engine, { stack, env }: StackName, { resource }: PendingOperation, id: string) {
  const parent = `parent=${resource.parent}`;
  const options = ["--parent", parent, "--protect=false", "--generate-code=false", "--yes", "--skip-preview"];
  await engine.run(stack, env, "import", resource.type, resource.urn.split("::").at(-1) ?? "", id, ...options);
}
