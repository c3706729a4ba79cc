import * as rpc from "@pulumi/pulumi/runtime/rpc.js";
import { SECRET } from "../plan.ts";
import { bare, printed, token, UNKNOWN_OBJECT } from "./reference.ts";
import { tailOf } from "./urn.ts";

type Fields = Record<string, unknown>;

/** The kind of special value that the SDK's wire format marks an object as, if any. */
function signature(value: Fields): unknown {
  return value[rpc.specialSigKey];
}

/** A value of the SDK's wire format as it stands in a plan. */
export function toPlanned(value: unknown): unknown {
  if (typeof value === "string") return printed(value);
  if (Array.isArray(value)) return value.map(toPlanned);
  if (typeof value !== "object" || value === null) return value;
  const fields = value as Fields;
  switch (signature(fields)) {
    case rpc.specialSecretSig:
      return SECRET;
    case rpc.specialOutputValueSig:
      return fields.secret ? SECRET : toPlanned(fields.value);
    case rpc.specialResourceSig:
      return printed(fields.id ? String(fields.id) : token(`${tailOf(String(fields.urn))}.urn`));
    case rpc.specialAssetSig:
    case rpc.specialArchiveSig:
      return { asset: toPlanned(fields.path ?? fields.text ?? fields.uri ?? fields.assets) };
  }
  if (typeof fields[UNKNOWN_OBJECT] === "string") return printed(fields[UNKNOWN_OBJECT]);
  return Object.fromEntries(Object.entries(fields).map(([key, item]) => [printed(key), toPlanned(item)]));
}

/** Whether a value of the wire format is secret as a whole. */
export function isSecret(value: unknown): boolean {
  return typeof value === "object" && value !== null && signature(value as Fields) === rpc.specialSecretSig;
}

/** Whether a value of the wire format is secret, or holds a secret. */
export function holdsSecret(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsSecret);
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Fields;
  const marked = signature(fields) === rpc.specialOutputValueSig && fields.secret === true;
  return marked || isSecret(value) || Object.values(fields).some(holdsSecret);
}

/** A value of the wire format marked as a secret. */
export function asSecret(value: unknown): unknown {
  return { [rpc.specialSigKey]: rpc.specialSecretSig, value };
}

/** A value of the wire format without its marks: what a provider's own code would be given. */
export function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== "object" || value === null) return value;
  const fields = value as Fields;
  switch (signature(fields)) {
    case rpc.specialSecretSig:
    case rpc.specialOutputValueSig:
      return toPlain(fields.value);
    case rpc.specialResourceSig:
      return fields.id ?? fields.urn;
  }
  return Object.fromEntries(Object.entries(fields).map(([key, item]) => [key, toPlain(item)]));
}

/** The arguments of a look-up as text inside a reference. */
export function argumentsText(args: unknown): string {
  const plain = toPlain(args) as Fields;
  return Object.keys(plain).length === 0 ? "" : bare(JSON.stringify(plain)).replaceAll('"', "'");
}
