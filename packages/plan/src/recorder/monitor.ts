import type * as pulumi from "@pulumi/pulumi";
import type {
  ReadResourceRequest,
  RegisterResourceRequest,
  ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb.js";
import type { PlannedResource } from "../plan.ts";
import { expandRemote } from "./expand-remote.ts";
import { lookUp } from "./look-up.ts";
import { optionsOf } from "./options.ts";
import { bare, token } from "./reference.ts";
import { response, struct } from "./response.ts";
import { asSecret, isSecret, toPlanned } from "./serialized.ts";
import type { Session } from "./session.ts";
import { type Registration, runTransforms } from "./transforms.ts";
import { isStack, tailOf, urnOf } from "./urn.ts";

type Fields = Record<string, unknown>;
type Callback<T> = (error: Error | null, response?: T) => void;

interface Node {
  planned: PlannedResource;
  transforms: pulumi.ResourceTransform[];
  /** The state as the engine would answer it, for a resource that is handed over by its URN. */
  state: Fields;
}

/** Stands where the SDK talks to the engine: it notes every registration and answers with references. */
export class Monitor {
  readonly #session: Session;
  readonly #nodes = new Map<string, Node>();
  readonly #urns = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  get resources(): PlannedResource[] {
    return [...this.#nodes.values()].map((node) => node.planned).sort((a, b) => (a.urn < b.urn ? -1 : 1));
  }

  registerResource(request: RegisterResourceRequest, callback: Callback<unknown>): void {
    const urn = urnOf(this.#session, request.getParent(), request.getType(), request.getName());
    if (isStack(urn)) {
      callback(null, response(urn, undefined, {}));
      return;
    }
    this.#register(urn, request).then(
      (answer) => callback(null, answer),
      (error: Error) => callback(error),
    );
  }

  async #register(urn: string, request: RegisterResourceRequest): Promise<unknown> {
    const type = request.getType();
    const name = request.getName();
    const parent = this.#nodes.get(request.getParent());
    this.#session.registered(type, name);
    if (this.#urns.has(urn)) {
      this.#session.problem(`Two resources are called ${tailOf(urn)}. Give one of them another name.`);
    }

    this.#urns.add(urn);

    const transforms = this.#session.callbacks.transformsOf(request);
    const registration: Registration = {
      custom: request.getCustom(),
      type,
      name,
      inputs: request.getObject()?.toJavaScript() ?? {},
      dependencies: new Set(request.getDependenciesList()),
      options: optionsOf(request, parent?.planned.options),
    };
    await runTransforms(registration, [...transforms, ...this.#inheritedTransforms(parent)]);

    const planned: PlannedResource = {
      urn: tailOf(urn),
      type,
      name,
      ...(parent && { parent: parent.planned.urn }),
      ...(!request.getCustom() && { component: true as const }),
      inputs: toPlanned(registration.inputs) as Fields,
      dependencies: [...registration.dependencies].map(tailOf).sort(),
      options: registration.options,
    };
    const node: Node = { planned, transforms, state: {} };
    this.#nodes.set(urn, node);
    if (request.getRemote()) return expandRemote(urn, registration, request, this.#session);
    if (!request.getCustom()) return response(urn, undefined, {});

    const secret = new Set(request.getAdditionalsecretoutputsList());
    node.state = this.#answer(tailOf(urn), type, registration.inputs, secret);
    return response(urn, this.#id(urn), node.state);
  }

  #claim(urn: string): void {
    if (this.#urns.has(urn)) {
      this.#session.problem(`Two resources are called ${tailOf(urn)}. Give one of them another name.`);
    }
    this.#urns.add(urn);
  }

  #id(urn: string): string {
    return token(`${tailOf(urn)}.id`);
  }

  /** The inputs, and a reference for every other output that the resource declares. */
  #answer(owner: string, type: string, inputs: Fields, secret: Set<string>): Fields {
    const state: Fields = { ...inputs };
    for (const output of this.#session.declaredOutputs(type)) {
      state[output] ??= token(`${owner}.${output}`);
      if (secret.has(output) && !isSecret(state[output])) state[output] = asSecret(state[output]);
    }
    return state;
  }

  *#inheritedTransforms(parent: Node | undefined): Iterable<pulumi.ResourceTransform> {
    for (let node = parent; node !== undefined; node = this.#parentOf(node)) yield* node.transforms;
    yield* this.#session.callbacks.stackTransforms;
  }

  #parentOf(node: Node): Node | undefined {
    return node.planned.parent === undefined ? undefined : this.#nodes.get(this.#session.urn(node.planned.parent));
  }

  readResource(request: ReadResourceRequest, callback: Callback<unknown>): void {
    const type = request.getType();
    const urn = urnOf(this.#session, request.getParent(), type, request.getName());
    this.#session.registered(type, request.getName());
    this.#claim(urn);
    const inputs = request.getProperties()?.toJavaScript() ?? {};
    try {
      const state =
        type === "pulumi:pulumi:StackReference"
          ? { ...inputs, outputs: this.#session.stackOutputs(String(inputs.name)), secretOutputNames: [] }
          : this.#answer(`${tailOf(urn)}(${bare(request.getId())})`, type, inputs as Fields, new Set());
      callback(null, { getUrn: () => urn, getProperties: () => struct(state), getUnknown: () => false });
    } catch (error) {
      callback(error as Error);
    }
  }

  invoke(request: ResourceInvokeRequest, callback: Callback<unknown>): void {
    const args = request.getArgs()?.toJavaScript() ?? {};
    const answer =
      request.getTok() === "pulumi:pulumi:getResource"
        ? this.#resourceState(String(args.urn))
        : lookUp(
            request.getTok(),
            args,
            request.getProvider() === "" ? this.#session.region : undefined,
            request.getProvider(),
          );
    callback(null, { getFailuresList: () => [], getReturn: () => struct(answer), getUnknown: () => false });
  }

  /** A function of a provider or a component: only its own process could run it. */
  call(request: { getTok(): string }, callback: Callback<unknown>): void {
    const problem = `${request.getTok()} is called, and its answer is not known offline. Use a resource's output.`;
    this.#session.problem(problem);
    callback(new Error(problem));
  }

  #resourceState(urn: string): Fields {
    return { urn, id: this.#id(urn), state: this.#nodes.get(urn)?.state ?? {} };
  }

  registerResourceOutputs(_request: unknown, callback: Callback<object>): void {
    callback(null, {});
  }

  /** Every feature that a request could ask for. */
  getDeploymentInfo(_request: unknown, callback: Callback<{ getSupportedfeaturesList: () => number[] }>): void {
    callback(null, { getSupportedfeaturesList: () => Array.from({ length: 64 }, (_, id) => id) });
  }

  supportsFeature(_request: unknown, callback: Callback<{ getHassupport: () => boolean }>): void {
    callback(null, { getHassupport: () => true });
  }

  registerPackage(_request: unknown, callback: Callback<{ getRef: () => string }>): void {
    callback(null, { getRef: () => "" });
  }

  signalAndWaitForShutdown(_request: unknown, callback: Callback<object>): void {
    callback(null, {});
  }
}
