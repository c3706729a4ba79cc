import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ScratchRepository } from "../src/scratch-repository.ts";
import type { StateResource } from "./stack-state.ts";

/** The real engine with an AWS that is emulated on this machine, and a copy of the stacks to bring up there. */
export class Engine {
  readonly repository = new ScratchRepository();
  readonly #env: NodeJS.ProcessEnv;

  constructor() {
    const backend = join(this.repository.root, "backend");
    mkdirSync(backend);
    this.#env = {
      ...process.env,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      PULUMI_BACKEND_URL: `file://${backend}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      NO_COLOR: "1",
    };
  }

  /** What is missing to run it, in one line; undefined where nothing is. */
  static missing(): string | undefined {
    if (!/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(process.env.AWS_ENDPOINT_URL ?? "")) {
      return "engine tests skipped: AWS_ENDPOINT_URL names no AWS on this machine (tests/engine/README.md)";
    }
    const { status } = spawnSync("pulumi", ["version"]);
    return status === 0 ? undefined : "engine tests skipped: there is no pulumi on PATH (tests/engine/README.md)";
  }

  /** Runs `pulumi` in a stack's folder; what it prints is the error where it fails. */
  run(stack: string, environment: string, ...args: string[]): string {
    const cwd = join(this.repository.root, "stacks", stack);
    const all = [...args, "--stack", environment, "--non-interactive"];
    const { status, stdout, stderr } = spawnSync("pulumi", all, {
      cwd,
      encoding: "utf8",
      env: this.#env,
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(`pulumi ${all.join(" ")} in ${stack}:\n${stdout}\n${stderr}`);
    return stdout;
  }

  /** Creates the stack in the backend and brings it up. */
  up(stack: string, environment: string): void {
    const cwd = join(this.repository.root, "stacks", stack);
    spawnSync("pulumi", ["stack", "init", environment], { cwd, env: this.#env });
    this.run(stack, environment, "up", "--yes", "--skip-preview");
  }

  /** The value of a parameter of SSM, which an emulated AWS gives to whoever asks. */
  async parameter(name: string): Promise<string> {
    const response = await fetch(process.env.AWS_ENDPOINT_URL ?? "", {
      method: "POST",
      headers: {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "AmazonSSM.GetParameter",
        Authorization:
          "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/ssm/aws4_request, SignedHeaders=host, Signature=0",
      },
      body: JSON.stringify({ Name: name }),
    });
    const { Parameter: parameter } = (await response.json()) as { Parameter?: { Value: string } };
    if (parameter === undefined) throw new Error(`The emulated AWS has no parameter ${name}.`);
    return parameter.Value;
  }

  /** Resources that the engine knows, the stack itself among them. */
  state(stack: string, environment: string): StateResource[] {
    const file = join(this.repository.root, "state.json");
    this.run(stack, environment, "stack", "export", "--file", file);
    return JSON.parse(readFileSync(file, "utf8")).deployment.resources ?? [];
  }
}
