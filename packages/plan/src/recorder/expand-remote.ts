import * as pulumi from "@pulumi/pulumi";
import { remoteComponents } from "../remote/remote-component.ts";
import { response } from "./response.ts";
import { resolved, serializeWithDependencies } from "./sdk.ts";
import { holdsSecret, toPlain } from "./serialized.ts";
import type { Session } from "./session.ts";
import type { Registration } from "./transforms.ts";

/** Registers what the provider of a remote component would register below it, and answers with its outputs. */
export async function expandRemote(
  urn: string,
  { type, name, inputs }: Registration,
  protect: boolean | undefined,
  session: Session,
): Promise<unknown> {
  const expand = remoteComponents.get(type);
  if (expand === undefined) {
    session.problem(
      `"${name}" is a ${type}, whose resources are made by its provider and cannot be seen offline. Use a component of your own.`,
    );
    return response(urn, undefined, {});
  }
  if (holdsSecret(inputs)) {
    session.problem(`"${name}" hands a secret to ${type}, which cannot be followed. Leave it out.`);
    return response(urn, undefined, {});
  }
  const component = session.adopt(new pulumi.DependencyResource(urn), protect);
  const outputs = expand(name, toPlain(inputs) as Record<string, unknown>, component);
  const [state, ownDependencies] = await serializeWithDependencies(outputs.values);
  const common = await urnsOf([component, ...outputs.dependencies]);
  const dependencies = new Map<string, string[]>();
  for (const [key, resources] of ownDependencies) {
    dependencies.set(key, [...new Set([...common, ...(await urnsOf([...resources]))])]);
  }
  return response(urn, undefined, state, dependencies);
}

function urnsOf(resources: pulumi.Resource[]): Promise<string[]> {
  return Promise.all(resources.map((resource) => resolved(resource.urn)));
}
