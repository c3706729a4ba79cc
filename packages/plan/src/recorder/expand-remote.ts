import type * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb.js";
import { type RemoteOutputs, remoteComponents } from "../remote/remote-component.ts";
import { RecordingError } from "./recording-error.ts";
import { response } from "./response.ts";
import { deserialize, resolved, serializeWithDependencies } from "./sdk.ts";
import { holdsSecret } from "./serialized.ts";
import type { Session } from "./session.ts";
import type { Registration } from "./transforms.ts";

/** Registers what the provider of a remote component would register below it, and answers with its outputs. */
export async function expandRemote(
  urn: string,
  { type, name, inputs }: Registration,
  request: RegisterResourceRequest,
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
  const component = session.adopt(urn, request);
  let outputs: RemoteOutputs;
  try {
    outputs = expand(name, deserialize(inputs), component);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    session.problem(error.message);
    return response(urn, undefined, {});
  }
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
