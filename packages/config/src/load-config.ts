import * as pulumi from "@pulumi/pulumi";
import { type AwsSettings, awsShape } from "./aws-settings.ts";
import type { ConfigOf, ConfigSchema, Shape } from "./config-schema.ts";
import { requireEnvironment } from "./environments.ts";
import { inSchemaOrder, type Mistake } from "./mistakes.ts";
import { nearest } from "./nearest.ts";
import { line, type Place, steps, written } from "./place.ts";
import { readSettings, type Settings } from "./settings.ts";

/**
 * The settings of the environment that is being planned or deployed, checked and typed.
 *
 * Every mistake in the file is reported at once, one line each, as a `pulumi.RunError`.
 *
 * @param schema What the file may say, from {@link defineConfig}.
 */
export function loadConfig<C extends ConfigSchema>(schema: C): ConfigOf<C>;
export function loadConfig(schema: ConfigSchema): object {
  const environment = pulumi.getStack();
  const { project, shape } = schema;
  requireProject(project);
  const given = pulumi.runtime.allConfig();
  requireEnvironment(project, environment, given);

  const awsPlace = { namespace: "aws", environment };
  const place = { namespace: project, environment };
  const aws = readSettings(awsPlace, awsShape, given);
  const own = readSettings(place, shape, given, { strict: true });
  const values = assemble(environment, shape, aws, own);
  own.mistakes.push(...checked(schema, values));

  const lines = [
    ...inSchemaOrder(awsShape, aws.mistakes).map(({ path, text }) => line(awsPlace, written(path), text)),
    ...inSchemaOrder(shape, own.mistakes).map(({ path, text }) => line(place, written(path), text)),
    ...foreign(place, given),
  ];
  if (lines.length > 0) throw new pulumi.RunError(lines.join("\n"));
  return values;
}

function requireProject(project: string) {
  const running = pulumi.getProject();
  if (running !== project) {
    throw new pulumi.RunError(
      `Project "${running}": config.ts declares the settings of "${project}". Use the name of Pulumi.yaml in defineConfig.`,
    );
  }
}

/** Reading a value that has a mistake of its own. */
class Unreadable extends Error {}

/** The values in the order of the schema. One that has a mistake throws when it is read. */
function assemble(environment: string, shape: Shape, aws: Settings, own: Settings): object {
  const values = {};
  const add = (from: Settings, key: string, name = key) => {
    const get = () => {
      throw new Unreadable(name);
    };
    if (from.unreadable.has(key)) Object.defineProperty(values, name, { get, enumerable: true });
    else if (from.values.has(key)) Object.assign(values, { [name]: from.values.get(key) });
  };
  for (const key of Object.keys(shape)) add(own, key);
  add(aws, "region");
  add(aws, "allowedAccountIds", "accountIds" satisfies keyof AwsSettings);
  return Object.assign(values, { environment });
}

/** What the schema's check reports, as far as the values it reads have no mistake of their own. */
function checked(schema: ConfigSchema, values: object): Mistake[] {
  const mistakes: Mistake[] = [];
  try {
    schema.check?.(values as never, (path, text) => mistakes.push({ path: steps(path), text }));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return mistakes;
}

/** Settings under a name that is close to the project's: nobody would read them. */
function foreign({ environment, namespace: project }: Place, given: Record<string, string>): string[] {
  return Object.keys(given).flatMap((name) => {
    const [namespace = "", ...rest] = name.split(":");
    if (namespace === project || !nearest(namespace, [project])) return [];
    const key = rest.join(":");
    return line({ environment, namespace }, key, `is not read by ${project}. Write ${project}:${key}.`);
  });
}
