import type * as pulumi from "@pulumi/pulumi";
import { expandVpc } from "./awsx-vpc.ts";

/** What a remote component's provider answers. */
export interface RemoteOutputs {
  values: Record<string, unknown>;
  /** Resources that every output depends on, beside its own. */
  dependencies: pulumi.Resource[];
}

/** Registers the resources that the provider of a remote component would register. */
export type Expansion = (name: string, inputs: Record<string, unknown>, component: pulumi.Resource) => RemoteOutputs;

/** Components whose resources are made by a provider plugin, by type token, and how the plan makes them. */
export const remoteComponents: ReadonlyMap<string, Expansion> = new Map([["awsx:ec2:Vpc", expandVpc]]);
