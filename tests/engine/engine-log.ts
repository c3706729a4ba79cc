import { existsSync, readFileSync } from "node:fs";

/** What stands for a value that is not known before `up`. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A resource as a program registered it. Keys are those of Pulumi's RegisterResourceRequest; false and empty are left out. */
export interface Registration {
  urn: string;
  type: string;
  name: string;
  parent?: string;
  custom?: boolean;
  remote?: boolean;
  object?: Record<string, unknown>;
  dependencies?: string[];
  protect?: boolean;
  ignoreChanges?: string[];
  replaceOnChanges?: string[];
  deleteBeforeReplace?: boolean;
  retainOnDelete?: boolean;
  deletedWith?: string;
  /** An explicit provider, `<urn>::<id>`. */
  provider?: string;
  aliases?: { urn?: string; spec?: { name?: string; type?: string; parentUrn?: string; noParent?: boolean } }[];
  customTimeouts?: Record<string, string>;
  additionalSecretOutputs?: string[];
}

/** What a program asked of the engine, and the answers. */
export interface EngineLog {
  /** Registrations by URN; the last one where there are several. */
  registrations: Map<string, Registration>;
  /** Answers to look-ups, by the text that stands for them in a plan: `aws:ssm/getParameter:getParameter({'name':'x'})`. */
  lookUps: Map<string, Record<string, unknown>>;
  /** What the program returned: the outputs of the stack. */
  outputs?: Record<string, unknown>;
}

interface Entry {
  method: string;
  request?: Record<string, unknown>;
  response?: Record<string, unknown>;
}

/** Reads a file that the engine wrote under PULUMI_DEBUG_GRPC. It holds secrets in plain text. */
export function readEngineLog(file: string): EngineLog {
  const log: EngineLog = { registrations: new Map(), lookUps: new Map() };
  if (!existsSync(file)) return log;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") continue;
    const { method, request = {}, response } = JSON.parse(line) as Entry;
    if (response === undefined) continue;
    if (method === "/pulumirpc.ResourceMonitor/RegisterResource") {
      const urn = String(response.urn);
      // A remote component is registered twice: by the program, and by its provider with nothing in it.
      if (log.registrations.get(urn)?.remote !== true || request.remote === true)
        log.registrations.set(urn, {
          ...request,
          urn,
          object: withoutMarks(request.object),
        } as unknown as Registration);
    }
    if (
      method === "/pulumirpc.ResourceMonitor/RegisterResourceOutputs" &&
      /pulumi:pulumi:Stack::/.test(String(request.urn))
    )
      log.outputs = request.outputs as Record<string, unknown>;
    if (method === "/pulumirpc.ResourceMonitor/Invoke") {
      log.lookUps.set(lookUpText(String(request.tok), request.args ?? {}), (response.return ?? {}) as never);
    }
  }
  return log;
}

function lookUpText(token: string, args: unknown): string {
  const text = JSON.stringify(args).replaceAll('"', "'");
  return `${token}(${text === "{}" ? "" : text})`;
}

/** Key of the mark of a special value, and the mark of a value that comes from resources. */
const [SIGNATURE, OUTPUT] = ["4dabf18193072939515e22adb298388d", "d0e6a833031e9bbcd3f4e8bde6ca49a4"];

/** The value that is marked as coming from resources, in the mark's place; it is left out where it is not known. */
function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (typeof value !== "object" || value === null) return value;
  if ((value as Record<string, unknown>)[SIGNATURE] === OUTPUT) return "value" in value ? value.value : UNKNOWN;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutMarks(item)]));
}
