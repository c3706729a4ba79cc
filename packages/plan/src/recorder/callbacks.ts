import type * as pulumi from "@pulumi/pulumi";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb.js";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb.js";
import { newCallback } from "./sdk.ts";

/**
 * Stands where the SDK would open a port for the engine to call back on: transforms are kept to be run by the monitor,
 * hooks are accepted and never called.
 */
export class Callbacks {
  readonly #transforms = new Map<string, pulumi.ResourceTransform>();
  readonly stackTransforms: pulumi.ResourceTransform[] = [];
  readonly #problem: (text: string) => void;

  constructor(problem: (text: string) => void) {
    this.#problem = problem;
  }

  async registerTransform(transform: pulumi.ResourceTransform): Promise<Callback> {
    const callback = newCallback(String(this.#transforms.size));
    this.#transforms.set(callback.getToken(), transform);
    return callback;
  }

  /** The transforms that a request carries. */
  transformsOf(request: RegisterResourceRequest): pulumi.ResourceTransform[] {
    return request.getTransformsList().flatMap((callback) => this.#transforms.get(callback.getToken()) ?? []);
  }

  registerStackTransform(transform: pulumi.ResourceTransform): void {
    this.stackTransforms.push(transform);
  }

  registerStackInvokeTransform(): void {
    this.#problem("A transform of look-ups is not run offline. Remove registerInvokeTransform.");
  }

  async registerResourceHook(): Promise<void> {}

  async registerErrorHook(): Promise<void> {}

  async awaitStackRegistrations(): Promise<void> {}

  shutdown(): void {}
}
