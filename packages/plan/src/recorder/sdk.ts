// What the recorder uses of the SDK beyond its declarations. All of it is in the pinned version; a newer one that moves
// any of it fails here, at import, or in the recorder's tests.
import { createRequire } from "node:module";
import type * as pulumi from "@pulumi/pulumi";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb.js";
import * as rpc from "@pulumi/pulumi/runtime/rpc.js";
import * as state from "@pulumi/pulumi/runtime/state.js";

type Fields = Record<string, unknown>;

interface Store {
  callbacks: unknown;
}

const internal = { ...rpc, ...state } as unknown as {
  deserializeProperties(struct: { toJavaScript(): Fields }): Fields;
  serializePropertiesReturnDeps(label: string, props: Fields): Promise<[Fields, Map<string, Set<pulumi.Resource>>]>;
  withLocalStorage<T>(callback: () => Promise<T>): Promise<T>;
  getStore(): Store;
};

for (const name of ["serializePropertiesReturnDeps", "withLocalStorage", "getStore"] as const) {
  if (typeof internal[name] !== "function") throw new Error(`This version of @pulumi/pulumi has no ${name}.`);
}

/** From the wire format to values. */
export const deserialize = (fields: Fields) => internal.deserializeProperties({ toJavaScript: () => fields });

/** From values to the wire format, with the resources that each property comes from. */
export const serializeWithDependencies = (props: Fields) => internal.serializePropertiesReturnDeps("", props);

/** Runs a function with a state of the SDK of its own. */
export const withOwnState = internal.withLocalStorage;

/** The SDK's state that the running code has. */
export const sdkState = internal.getStore;

/** The value that an output resolves to. */
export function resolved<T>(output: pulumi.Output<T>): Promise<T> {
  return (output as unknown as { promise(): Promise<T> }).promise();
}

const messages = createRequire(import.meta.url)("@pulumi/pulumi/proto/callback_pb.js") as {
  Callback: new () => Callback;
};

/** The message that names a callback in a request. */
export function newCallback(token: string): Callback {
  const callback = new messages.Callback();
  callback.setToken(token);
  return callback;
}
