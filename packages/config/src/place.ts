/** The way to a value: keys and positions. */
export type Path = readonly PropertyKey[];

/** Where a setting stands. */
export interface Place {
  /** The environment, which names the file. */
  environment: string;
  /** The project, or `aws`. */
  namespace: string;
}

/** The environment file. */
export function file(environment: string): string {
  return `Pulumi.${environment}.yaml`;
}

/** One line for a person: `Pulumi.prod.yaml: linux-web-api:service.cpu: <text>`. */
export function line({ environment, namespace }: Place, path: string, text: string): string {
  return `${file(environment)}: ${namespace}:${path}: ${text}`;
}

/** A path as Pulumi writes it: `rules[0].from`, `tags["a.b"]`. */
export function written(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (!/^[\w-]+$/.test(String(step)) && text) return `${text}[${JSON.stringify(step)}]`;
    return text ? `${text}.${String(step)}` : String(step);
  }, "");
}

/** The steps of a written path. */
export function steps(path: string): Path {
  return [...path.matchAll(/\[(\d+)\]|\["([^"]*)"\]|([^.[\]]+)/g)].map(([, position, quoted, key]) =>
    position === undefined ? (quoted ?? key ?? "") : Number(position),
  );
}

/** The value at the end of a path, if there is one. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (current, step) => (typeof current === "object" && current !== null ? Reflect.get(current, step) : undefined),
    value,
  );
}
