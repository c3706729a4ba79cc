import * as pulumi from "@pulumi/pulumi";
import { type Plan, type ProviderSettings, SECRET } from "./plan.ts";
import { followReferences } from "./recorder/follow.ts";
import { Monitor } from "./recorder/monitor.ts";
import { RecordingError } from "./recorder/recording-error.ts";
import { sdkState, serializeWithDependencies, withOwnState } from "./recorder/sdk.ts";
import { toPlanned } from "./recorder/serialized.ts";
import { Session } from "./recorder/session.ts";
import { catchRejections, detectStandstill } from "./recorder/standstill.ts";

/** How to record a program. */
export interface RecordOptions {
  /** @default "project" */
  project?: string;
  /** Name of the stack. @default "dev" */
  environment?: string;
  /** Configuration with full keys (`aws:region`); structured values as JSON text, as the engine hands them over. @default {} */
  config?: Record<string, string>;
  /** Keys of `config` that are secret. @default [] */
  secretKeys?: string[];
  /** Outputs of the stack that a `StackReference` names. @default - an error: the stack is not planned */
  stackOutputs?: (name: string) => Record<string, unknown>;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a program or a component as the engine would and returns what it registers. Nothing is called outside.
 *
 * Recordings of one process run one after another, however they are started.
 *
 * @throws whatever the program throws; RecordingError where the plan could not be the truth.
 */
export function record(program: () => unknown, options: RecordOptions = {}): Promise<Plan> {
  const recording = last.then(() => withOwnState(() => recordAlone(program, options)));
  last = recording.catch(() => undefined);
  return recording;
}

async function recordAlone(program: () => unknown, options: RecordOptions): Promise<Plan> {
  const { project = "project", environment = "dev", config = {} } = options;
  const notPlanned = (name: string): never => {
    throw new RecordingError(`The stack ${name} is read, and there is no plan of it.`);
  };
  const session = new Session(
    { project, environment, region: config["aws:region"] },
    options.stackOutputs ?? notPlanned,
  );
  const monitor = new Monitor(session);
  connect(session, monitor);
  pulumi.runtime.setAllConfig(config, options.secretKeys ?? []);

  const stopFollowing = followReferences();
  const rejections = catchRejections();
  const stopRefusing = refusePlainLookUps(session);
  const stopCollecting = collectMessages(session);
  const standstill = detectStandstill(rejections);
  let outputs: Record<string, unknown>;
  try {
    outputs = await Promise.race([run(program, session), standstill.reached]);
  } catch (error) {
    throw session.problems.length > 0 ? new RecordingError(session.problems[0]) : (rejections.caught[0] ?? error);
  } finally {
    session.end();
    standstill.stop();
    stopCollecting();
    stopRefusing();
    rejections.stop();
    stopFollowing();
  }
  throwFirst(session, rejections.caught);
  return {
    project,
    environment,
    provider: providerSettings(config, options.secretKeys ?? []),
    resources: monitor.resources,
    outputs: toPlanned(outputs) as Record<string, unknown>,
    messages: session.messages.sort((a, b) => (a.text < b.text ? -1 : 1)),
  };
}

function connect(session: Session, monitor: Monitor): void {
  pulumi.runtime.setMockOptions(monitor, session.project, session.environment, false, "organization");
  sdkState().callbacks = session.callbacks;
}

async function run(program: () => unknown, session: Session): Promise<Record<string, unknown>> {
  let outputs = {};
  try {
    await pulumi.runtime.runInPulumiStack(async () => {
      pulumi.runtime.registerStackTransformation(session.constructed);
      outputs = await stackOutputs(await program());
    });
    return outputs;
  } finally {
    await settle(session);
  }
}

/** What the program returns, read as it is: the SDK would first look into each value for resources. */
async function stackOutputs(returned: unknown): Promise<Record<string, unknown>> {
  const [{ value }] = await serializeWithDependencies({ value: returned });
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Waits for every registration, and for the promises that fail because of one. */
async function settle(session: Session): Promise<void> {
  await pulumi.runtime.disconnect();
  sdkState().callbacks = session.callbacks;
  await new Promise(setImmediate);
}

/** `await aws.getX()` has no value offline that could be followed; `aws.getXOutput()` has. */
function refusePlainLookUps(session: Session): () => void {
  const runtime = pulumi.runtime as { invoke: typeof pulumi.runtime.invoke };
  const original = runtime.invoke;
  runtime.invoke = (type, ...rest) => {
    const name = type.split(":").at(-1);
    session.problem(`${name} is awaited, and its answer is not known offline. Use ${name}Output.`);
    return original(type, ...rest);
  };
  return () => {
    runtime.invoke = original;
  };
}

/** What the program logs belongs to the plan; an error that it logs fails the recording, as it fails the engine's run. */
function collectMessages(session: Session): () => void {
  const log = pulumi.log as { -readonly [K in "info" | "warn" | "error"]: (text: string) => Promise<void> };
  const { info, warn, error } = log;
  log.info = async (text) => void session.messages.push({ severity: "info", text });
  log.warn = async (text) => void session.messages.push({ severity: "warning", text });
  log.error = async (text) => session.problem(text);
  return () => void Object.assign(log, { info, warn, error });
}

function throwFirst(session: Session, rejections: unknown[]): void {
  const [problem] = session.problems;
  if (problem !== undefined) throw new RecordingError(problem);
  if (rejections.length > 0) throw rejections[0];
  const [missing] = session.unregistered;
  if (missing !== undefined) throw new RecordingError(`${missing} was constructed and never registered.`);
}

function providerSettings(config: Record<string, string>, secretKeys: readonly string[]): ProviderSettings {
  const settings = Object.entries(config)
    .filter(([key]) => key.startsWith("aws:"))
    .map(([key, value]) => [key.slice("aws:".length), secretKeys.includes(key) ? SECRET : structured(value)] as const);
  const { defaultTags, ...others } = Object.fromEntries(settings);
  const tags = (defaultTags as { tags?: Record<string, string> } | undefined)?.tags;
  return { ...others, ...(tags !== undefined && { defaultTags: tags }) };
}

function structured(value: string): unknown {
  try {
    return /^[[{]/.test(value) ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}
