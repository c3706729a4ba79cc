import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb.js";
import type { PlanMessage } from "../plan.ts";
import { Callbacks } from "./callbacks.ts";
import { applying } from "./follow.ts";
import { RecordingError } from "./recording-error.ts";

/** What one recording knows beside its resources: the stack's name, what was constructed, what went wrong. */
export class Session {
  readonly project: string;
  readonly environment: string;
  readonly region: string | undefined;
  readonly callbacks = new Callbacks((text) => this.problem(text));
  readonly messages: PlanMessage[] = [];
  readonly problems: string[] = [];
  readonly #outputs: (stack: string) => Record<string, unknown>;
  readonly #declared = new Map<string, Set<string>>();
  #ended = false;
  readonly #pending = new Map<string, number>();

  constructor(
    stack: { project: string; environment: string; region: string | undefined },
    outputs: (stack: string) => Record<string, unknown>,
  ) {
    this.project = stack.project;
    this.environment = stack.environment;
    this.region = stack.region;
    this.#outputs = outputs;
  }

  /** From now on the plan is made: a resource that still comes is an error. */
  end(): void {
    this.#ended = true;
  }

  /** Notes something that makes the plan a lie. The first one ends the recording as its error. */
  problem(text: string): void {
    this.problems.push(text);
  }

  /** Sees each resource as it is constructed, before it is registered. */
  readonly constructed: pulumi.ResourceTransformation = ({ type, name, props, opts }) => {
    if ((opts as { urn?: string }).urn !== undefined) return undefined;
    if (this.#ended) {
      throw new RecordingError(`"${name}" (${type}) is created after the program has ended. Await what it waits for.`);
    }
    if (applying.getStore()) {
      this.problem(`"${name}" (${type}) is created inside apply, where no preview can see it. Create it outside.`);
    }
    const declared = this.#declared.get(type) ?? new Set();
    this.#declared.set(type, declared);
    for (const key of Object.keys(props)) declared.add(key);
    const key = `${type}::${name}`;
    this.#pending.set(key, (this.#pending.get(key) ?? 0) + 1);
    return undefined;
  };

  registered(type: string, name: string): void {
    const key = `${type}::${name}`;
    this.#pending.set(key, (this.#pending.get(key) ?? 0) - 1);
  }

  /** Resources that were constructed and never registered, as `"name" (type)`. */
  get unregistered(): string[] {
    const left = [...this.#pending].filter(([key, count]) => count > 0 && !key.startsWith("pulumi:pulumi:Stack::"));
    return left.map(([key]) => `"${key.split("::")[1]}" (${key.split("::")[0]})`);
  }

  /** Names of all properties that resources of a type declare, given or not. */
  declaredOutputs(type: string): Iterable<string> {
    return this.#declared.get(type) ?? [];
  }

  /** Planned outputs of another stack, `organization/project/environment`. */
  stackOutputs(stack: string): Record<string, unknown> {
    return this.#outputs(stack);
  }

  /** Full URN of a tail. */
  urn(tail: string): string {
    return `urn:pulumi:${this.environment}::${this.project}::${tail}`;
  }

  /** A resource that stands for a remote component, and passes on what a real parent would. */
  adopt(urn: string, request: RegisterResourceRequest): pulumi.DependencyResource {
    const providers = request.getProvidersMap().getEntryList();
    return Object.assign(new pulumi.DependencyResource(urn), {
      __transformations: [this.constructed],
      __protect: request.getProtect(),
      __providers: Object.fromEntries(
        providers.map(([name, reference]) => [name, new pulumi.DependencyProviderResource(reference)]),
      ),
    });
  }
}
