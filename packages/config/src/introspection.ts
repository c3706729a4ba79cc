import { z } from "zod";

/** Any zod schema, classic or mini. */
export type Schema = z.core.$ZodType;

/** A key found by {@link walk}. */
export interface Key {
  /** As people write it: `service.cpu`, `rules[].from`, `tags.<name>`. */
  key: string;
  /** 0 at the top level. */
  depth: number;
  schema: Schema;
}

/** The schema and, one by one, what it wraps: `optional` of `default` of `number` gives three. */
function layers(schema: Schema): Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
    case "nullable":
    case "nonoptional":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
      return [schema, ...layers(def.innerType)];
    case "pipe": // a transform in front has no type of its own
      return [schema, ...layers(def.in._zod.def.type === "transform" ? def.out : def.in)];
    default:
      return [schema];
  }
}

/** The definition below all wrappers. */
export function definition(schema: Schema): z.core.$ZodTypes["_zod"]["def"] {
  return (layers(schema).at(-1) as z.core.$ZodTypes)._zod.def;
}

/** The members of a union, at any depth; any other schema alone. */
export function alternatives(schema: Schema): Schema[] {
  const def = definition(schema);
  return def.type === "union" ? def.options.flatMap(alternatives) : [schema];
}

/** The description of a schema, or of what it wraps. */
export function description(schema: Schema): string | undefined {
  return metadata(schema, "description") as string | undefined;
}

/** One entry of the metadata of a schema, or of what it wraps. */
export function metadata(schema: Schema, name: string): unknown {
  for (const layer of layers(schema)) {
    const value = z.globalRegistry.get(layer)?.[name];
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The value that a file gets which leaves the key out. */
export function defaultOf(schema: Schema): unknown {
  for (const layer of layers(schema)) {
    const { def } = (layer as z.core.$ZodTypes)._zod;
    if (def.type === "default" || def.type === "prefault") return def.defaultValue;
  }
  return undefined;
}

/** Whether `secret()` made the schema. */
export function isSecret(schema: Schema): boolean {
  return metadata(schema, "secret") === true;
}

/** Whether the schema, or the entries of its list or map, drop unknown keys in silence. */
export function isOpen(schema: Schema): boolean {
  return alternatives(schema).some((option) => {
    const def = definition(option);
    if (def.type === "array") return isOpen(def.element);
    if (def.type === "record") return isOpen(def.valueType);
    return def.type === "object" && def.catchall === undefined;
  });
}

/** Whether a file may leave the key out: it has a default, is optional, or is a section whose keys all are. */
export function isOmittable(schema: Schema): boolean {
  if (schema._zod.optin !== undefined) return true;
  const def = definition(schema);
  return def.type === "object" && Object.values(def.shape).every(isOmittable);
}

/** The keys of an object; of a union, the keys of its objects, or of those only whose tag is the one in the value. */
export function keys(schema: Schema, value: unknown = {}): Record<string, Schema> {
  const shapes = alternatives(schema).map((option) => {
    const def = definition(option);
    return def.type === "object" && hasTags(def.shape, value) ? def.shape : {};
  });
  return Object.assign({}, ...shapes);
}

function hasTags(shape: Readonly<Record<string, Schema>>, value: unknown): boolean {
  return Object.entries(shape).every(([key, schema]) => {
    const def = definition(schema);
    const tag = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
    return def.type !== "literal" || tag === undefined || def.values.includes(tag);
  });
}

/** The schema of what lies directly below, by key or position. */
export function child(schema: Schema, key: PropertyKey): Schema | undefined {
  const known = keys(schema);
  if (typeof key === "string" && Object.hasOwn(known, key)) return known[key];
  for (const option of alternatives(schema)) {
    const def = definition(option);
    if (def.type === "array" && typeof key === "number") return def.element;
    if (def.type === "record" && typeof key === "string") return def.valueType;
  }
  return undefined;
}

/** Every key of a shape in reading order, nested ones after the section they are in. */
export function walk(shape: Readonly<Record<string, Schema>>): Key[] {
  const below = (key: string, depth: number, schema: Schema): Key[] =>
    alternatives(schema).flatMap((option) => {
      const def = definition(option);
      if (def.type === "array") return below(`${key}[]`, depth, def.element);
      if (def.type === "record") return below(`${key}.<name>`, depth, def.valueType);
      return def.type === "object" ? entries(def.shape, `${key}.`, depth + 1) : [];
    });
  const entries = (level: Readonly<Record<string, Schema>>, prefix: string, depth: number): Key[] =>
    Object.entries(level).flatMap(([name, schema]) => {
      const key = prefix + name;
      return [{ key, depth, schema }, ...below(key, depth, schema)];
    });
  return entries(shape, "", 0);
}
