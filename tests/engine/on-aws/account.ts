import { findStacks } from "@acme/plan";
import type { Engine } from "../engine.ts";

/** Key of the tag that everything wears which a run makes in a real account. */
export const RUN_TAG = "engine-run";

/** A real account that the tests run in, with the credentials at hand. */
export interface Account {
  /** Twelve digits. */
  id: string;
  /** Value of the tag by which everything of this run is found. */
  run: string;
}

/** The account that ENGINE_ACCOUNT_ID names, for the run in ENGINE_RUN; undefined where an emulated AWS is meant. */
export function accountAtHand(): Account | undefined {
  const { ENGINE_ACCOUNT_ID: id, ENGINE_RUN: run } = process.env;
  if (id === undefined) return undefined;
  if (!/^\d{12}$/.test(id)) throw new Error(`ENGINE_ACCOUNT_ID is "${id}". Set it to the twelve digits of an account.`);
  if (!run) throw new Error("ENGINE_RUN is not set. Set it to a word that no other run in this account has.");
  return { id, run };
}

/** Says in every environment file of an engine's stacks that they stand there, and what they wear. */
export function settleIn({ id, run }: Account, engine: Engine): void {
  const settings = { "aws:allowedAccountIds": [id], [`aws:defaultTags.tags.${RUN_TAG}`]: run };
  for (const { name, environments } of findStacks(engine.repository.root)) {
    for (const environment of environments) engine.set(name, environment, settings);
  }
}

/**
 * Variables for Pulumi there: the backend and the passphrase of the caller, where given, so that the state outlives the
 * machine.
 *
 * @param backend one to use where none is given.
 */
export function variablesIn(backend: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PULUMI_BACKEND_URL: process.env.PULUMI_BACKEND_URL ?? backend,
    PULUMI_CONFIG_PASSPHRASE: process.env.PULUMI_CONFIG_PASSPHRASE ?? "test",
  };
}
