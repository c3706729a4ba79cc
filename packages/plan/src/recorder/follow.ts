import { AsyncLocalStorage } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";
import { extend, hasToken, isToken, namesIn, opaque, UNKNOWN_OBJECT } from "./reference.ts";

/** Says whether the code that runs now was called by an `apply`. */
export const applying = new AsyncLocalStorage<true>();

type Callback = (value: unknown) => unknown;
type Apply = (this: pulumi.Output<unknown>, callback: Callback, runWithUnknowns?: boolean) => pulumi.Output<unknown>;
const prototype = Object.getPrototypeOf(pulumi.output(0)) as { apply: Apply };

/**
 * Lets every `apply` of a recording run on references: their properties and elements are references of their own, text
 * made of them keeps them in place, and a value that any other function computes becomes one opaque reference.
 *
 * A callback that says of itself that it encodes (`encodes: "base64"`) is not run: the text stays readable, behind the name
 * of the encoding.
 *
 * What cannot be seen: a number is added to a reference as if it were text, and a callback that returns text with a
 * reference in it may have chosen that text by comparing one.
 *
 * @returns a function that ends it.
 */
export function followReferences(): () => void {
  const original = prototype.apply;
  prototype.apply = function (callback, runWithUnknowns) {
    const followed: Callback = (value) => {
      const result = follow(callback, value);
      return pulumi.Output.isInstance(result) ? original.call(result, unwrap, true) : result;
    };
    return original.call(this, followed, runWithUnknowns);
  };
  return () => {
    prototype.apply = original;
  };
}

interface Probe {
  touched: boolean;
}

/** A callback that only encodes a text says so, with a property `encodes` of this value. */
const BASE64 = "base64";

function follow(callback: Callback, value: unknown): unknown {
  if ((callback as { encodes?: string }).encodes === BASE64) return `${BASE64}:${value}`;
  const names = new Set<string>();
  collectNames(value, names);
  if (names.size === 0) return applying.run(true, callback, value);

  const probe: Probe = { touched: false };
  const settle = (result: unknown) => {
    const plain = unwrap(result);
    const isKnown = plain === undefined || pulumi.Output.isInstance(plain) || mentions(plain) || holds(value, plain);
    return isKnown ? plain : opaque([...names]);
  };
  const fail = (error: unknown) => {
    if (probe.touched) return opaque([...names]);
    throw error;
  };
  try {
    const result = applying.run(true, callback, wrap(value, probe));
    return result instanceof Promise ? result.then(settle, fail) : settle(result);
  } catch (error) {
    return fail(error);
  }
}

const texts = new WeakMap<object, string>();
const refused = new Set<PropertyKey>(
  [String.prototype, Array.prototype, Number.prototype].flatMap((owner) => Reflect.ownKeys(owner)),
);
refused.delete("constructor");

/** The value as a callback sees it: each string with a reference in it is an object that notes what is asked of it. */
function wrap(value: unknown, probe: Probe): unknown {
  if (typeof value === "string") return hasToken(value) ? stand(value, probe) : value;
  if (Array.isArray(value)) return value.map((item) => wrap(item, probe));
  if (!isPlainObject(value)) return value;
  const unknown = value[UNKNOWN_OBJECT];
  if (typeof unknown === "string") return stand(unknown, probe);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wrap(item, probe)]));
}

function stand(text: string, probe: Probe): object {
  const refuse = (): never => {
    probe.touched = true;
    throw new TypeError("A value that only AWS knows was looked into.");
  };
  const asText = () => {
    probe.touched = true;
    return text;
  };
  const proxy = new Proxy(asText, {
    get(_target, key) {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === "number" ? refuse() : asText());
      if (key === "toString" || key === "toJSON" || key === "valueOf") return asText;
      if (key === "then" || (typeof key === "string" && key.startsWith("__"))) return undefined;
      if (refused.has(key)) return refuse();
      if (typeof key === "symbol") return undefined;
      return isToken(text) ? stand(extend(text, key), probe) : refuse();
    },
    has: refuse,
    ownKeys: refuse,
    set: refuse,
    apply: refuse,
    construct: refuse,
  });
  texts.set(proxy, text);
  return proxy;
}

/** The value with every stand-in replaced by the text that it stands for. */
export function unwrap(value: unknown): unknown {
  if (typeof value === "function") return texts.get(value) ?? value;
  if (Array.isArray(value)) return value.map(unwrap);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unwrap(item)]));
}

/** Whether a value without references is a part of what the callback was given, handed on as it is. */
function holds(value: unknown, part: unknown): boolean {
  if (JSON.stringify(value) === JSON.stringify(part)) return true;
  if (Array.isArray(value)) return value.some((item) => holds(item, part));
  return isPlainObject(value) && Object.values(value).some((item) => holds(item, part));
}

function mentions(value: unknown): boolean {
  const names = new Set<string>();
  collectNames(value, names);
  return names.size > 0;
}

function collectNames(value: unknown, names: Set<string>): void {
  if (typeof value === "string") {
    if (hasToken(value)) for (const name of namesIn(value)) names.add(name);
  } else if (typeof value === "function") {
    const text = texts.get(value);
    if (text !== undefined) collectNames(text, names);
  } else if (Array.isArray(value)) {
    for (const item of value) collectNames(item, names);
  } else if (isPlainObject(value)) {
    for (const item of Object.values(value)) collectNames(item, names);
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const owner = Object.getPrototypeOf(value);
  return owner === Object.prototype || owner === null;
}
