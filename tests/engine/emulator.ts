import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";

/** A call of AWS to refuse. All services but S3 and Lambda can be refused. */
export interface Refusal {
  /** As the emulator names it, such as `ecs`. */
  service: string;
  /** Such as `CreateService`. */
  action: string;
  /** AWS's error code. */
  code: string;
  /** HTTP status. */
  status: number;
  /** How many calls are refused. @default - every one */
  times?: number;
  /** How many calls pass before. @default 0 */
  after?: number;
}

/** A call of AWS over HTTP. */
export interface Call {
  /** As credentials name it, such as `elasticfilesystem`. */
  service: string;
  /** HTTP method. @default "POST" */
  method?: string;
  /** @default "/" */
  path?: string;
  /** Service and operation, where a header names them. */
  target?: string;
  /** @default - none */
  body?: string | URLSearchParams;
}

/** What moto's server reads: the account of the stacks, and that it has AWS's own policies. */
const MOTO_SETTINGS = { MOTO_ACCOUNT_ID: "123456789012", MOTO_IAM_LOAD_MANAGED_POLICIES: "true" };

/** An emulated AWS on this machine: one of its own for whoever starts it, or the one that AWS_ENDPOINT_URL names. */
export class Emulator {
  readonly endpoint: string;
  readonly #process: ChildProcess | undefined;

  private constructor(endpoint: string, process?: ChildProcess) {
    this.endpoint = endpoint;
    this.#process = process;
  }

  /** What is missing to start one, in one line; undefined where nothing is. */
  static missing(): string | undefined {
    if (process.env.AWS_EMULATOR !== undefined) return undefined;
    if (/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(process.env.AWS_ENDPOINT_URL ?? "")) return undefined;
    return "neither AWS_EMULATOR nor AWS_ENDPOINT_URL names an emulated AWS on this machine";
  }

  /** Starts one, with nothing in it, by the command in AWS_EMULATOR; else takes the one in AWS_ENDPOINT_URL as it is. */
  static async start(): Promise<Emulator> {
    const command = process.env.AWS_EMULATOR;
    if (command === undefined) return new Emulator(process.env.AWS_ENDPOINT_URL ?? "");
    const port = await freePort();
    // The shell ends it when the pipe closes: with this process, however that ends.
    const run = command.replaceAll("{port}", String(port));
    const script = `exec 3<&0; ${run} & pid=$!; (cat <&3 > /dev/null; kill $pid 2> /dev/null) & wait $pid`;
    const child = spawn("sh", ["-c", script], {
      stdio: ["pipe", "ignore", "pipe"],
      env: { ...MOTO_SETTINGS, ...process.env },
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said = (said + text).slice(-10_000);
    });
    const emulator = new Emulator(`http://127.0.0.1:${port}`, child);
    for (let tries = 0; tries < 600; tries++) {
      if (child.exitCode !== null) throw new Error(`AWS_EMULATOR (${command}) ended by itself:\n${said}`);
      if (await emulator.#answers()) return emulator;
      await setTimeout(100);
    }
    emulator.stop();
    throw new Error(`AWS_EMULATOR (${command}) did not answer on ${emulator.endpoint} within a minute:\n${said}`);
  }

  /** Variables for Pulumi to work on it, and none of AWS's that would lead elsewhere. */
  variables(backend: string): NodeJS.ProcessEnv {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_"));
    return {
      ...Object.fromEntries(own),
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_ENDPOINT_URL: this.endpoint,
      PULUMI_BACKEND_URL: backend,
      PULUMI_CONFIG_PASSPHRASE: "test",
    };
  }

  async #answers(): Promise<boolean> {
    return fetch(this.endpoint, { signal: AbortSignal.timeout(5000) }).then(
      () => true,
      () => false,
    );
  }

  /** Whether it can be told to refuse calls, which moto's own server cannot. */
  async refuses(): Promise<boolean> {
    return (await fetch(`${this.endpoint}/_emulator/calls`)).ok;
  }

  /** Refuses these calls from now on, and no others; `[]` refuses none. */
  async refuse(refusals: Refusal[]): Promise<void> {
    const response = await fetch(`${this.endpoint}/_emulator/refusals`, {
      method: "PUT",
      // The emulator lent for these tests takes a missing number for two.
      body: JSON.stringify(refusals.map((refusal) => ({ times: 1_000_000, ...refusal }))),
    });
    if (!response.ok) throw new Error(`The emulator takes no refusals: ${response.status} ${await response.text()}`);
  }

  /** Makes a call; who makes it is not checked. */
  ask({ service, method = "POST", path = "/", target, body }: Call): Promise<Response> {
    const headers: Record<string, string> = {
      Authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    };
    if (target !== undefined) {
      headers["X-Amz-Target"] = target;
      headers["Content-Type"] = "application/x-amz-json-1.1";
    }
    return fetch(this.endpoint + path, { method, headers, body });
  }

  /** The calls so far, each with service, action and HTTP status. */
  async calls(): Promise<[string, string, number][]> {
    return (await (await fetch(`${this.endpoint}/_emulator/calls`)).json()) as [string, string, number][];
  }

  /** Creates a public hosted zone, which no stack of ours makes, and gives its id. */
  async createHostedZone(name: string): Promise<string> {
    const response = await this.ask({
      service: "route53",
      path: "/2013-04-01/hostedzone",
      body: `<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>${name}</Name><CallerReference>${randomUUID()}</CallerReference></CreateHostedZoneRequest>`,
    });
    const text = await response.text();
    const id = /<Id>\/hostedzone\/([A-Z0-9]+)<\/Id>/.exec(text)?.[1];
    if (id === undefined) throw new Error(`The emulated AWS made no hosted zone ${name}: ${text}`);
    return id;
  }

  /** Ends it where it was started here. */
  stop(): void {
    this.#process?.stdin?.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
