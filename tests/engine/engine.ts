import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "@acme/plan";
import { ScratchRepository } from "../src/scratch-repository.ts";
import { Emulator } from "./emulator.ts";
import { type EngineLog, readEngineLog } from "./engine-log.ts";
import { type Settings, writeSettings } from "./environment-settings.ts";
import { type Account, accountAtHand, settleIn, variablesIn } from "./on-aws/account.ts";
import { endGroup, type Started, startPulumi } from "./pulumi-process.ts";
import type { StateResource } from "./stack-state.ts";
import { errorsOf, plannedSteps, type Step, stepsOf } from "./steps.ts";

type Command = "up" | "destroy" | "refresh";

/**
 * Parts that cannot be there without their whole, and that cannot be asked for after it is gone: the provider looks two
 * minutes for an ECS service; moto answers for the policy of a missing file system with an error that is tried again for
 * minutes, and for a version of a deleted secret in words that the provider does not know.
 */
const PARTS = [
  "aws:ecs/service:Service",
  "aws:efs/fileSystemPolicy:FileSystemPolicy",
  "aws:secretsmanager/secretVersion:SecretVersion",
];

/** The real engine with a backend of its own, an AWS to work on, and a copy of the stacks to bring up there. */
export class Engine {
  readonly repository = new ScratchRepository();
  /** The real account to work in; undefined where AWS is emulated. */
  readonly account: Account | undefined;
  /** Variables that a process needs to work with this backend and this AWS. */
  readonly env: NodeJS.ProcessEnv;
  readonly #emulator: Emulator | undefined;
  readonly #started = new Set<Started>();

  private constructor(emulator: Emulator | undefined, account: Account | undefined) {
    this.#emulator = emulator;
    this.account = account;
    const folder = join(this.repository.root, "backend");
    mkdirSync(folder);
    const backend = `file://${folder}`;
    const variables = emulator === undefined ? variablesIn(backend) : emulator.variables(backend);
    this.env = { ...variables, PULUMI_SKIP_UPDATE_CHECK: "true", NO_COLOR: "1" };
    if (account !== undefined) settleIn(account, this);
  }

  /**
   * What is missing to run it, in one line; undefined where nothing is.
   *
   * @param where whether it can run in a real account too.
   */
  static missing(where: "emulated AWS" | "any AWS" = "emulated AWS"): string | undefined {
    const { status } = spawnSync("pulumi", ["version"]);
    const reason = status === 0 ? Engine.#placeMissing(where) : "there is no pulumi on PATH";
    return reason && `engine tests skipped: ${reason} (tests/engine/README.md)`;
  }

  static #placeMissing(where: "emulated AWS" | "any AWS"): string | undefined {
    if (accountAtHand() === undefined) return Emulator.missing();
    return where === "any AWS" ? undefined : "ENGINE_ACCOUNT_ID names a real account, and these need an emulated AWS";
  }

  static async start(): Promise<Engine> {
    const account = accountAtHand();
    return new Engine(account === undefined ? await Emulator.start() : undefined, account);
  }

  /** The emulated AWS. In a real account, asking for it is an error. */
  get emulator(): Emulator {
    if (this.#emulator === undefined) throw new Error("There is no emulated AWS in a real account.");
    return this.#emulator;
  }

  /** Ends what was started, and removes the copy with its backend and its logs, which hold secrets. */
  stop(): void {
    for (const { child } of this.#started) endGroup(child);
    this.#emulator?.stop();
    this.repository.remove();
  }

  /** Folder of a stack, or of a program that a test has written below `stacks/`. */
  folder(stack: string): string {
    return this.repository.path(stack);
  }

  /** Writes settings into the environment file of a stack. */
  set(stack: string, environment: string, settings: Settings): void {
    writeSettings(join(this.folder(stack), `Pulumi.${environment}.yaml`), settings);
  }

  /** Starts `pulumi` in a stack's folder. */
  spawn(stack: string, args: string[], env: NodeJS.ProcessEnv = {}): Started {
    const started = startPulumi(this.folder(stack), args, { ...this.env, ...env });
    this.#started.add(started);
    return started;
  }

  /** Runs `pulumi` for a stack and gives what it prints; where it fails, that is the error. */
  async run(stack: string, environment: string, ...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.spawn(stack, [...args, "--stack", environment]).ended;
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")} of ${stack} ${environment}:\n${stdout}\n${stderr}`);
    return stdout;
  }

  /** Creates a stack in the backend. */
  async init(stack: string, environment: string): Promise<void> {
    await this.run(stack, environment, "stack", "init", "--no-select");
  }

  /**
   * Runs `up`, `destroy` or `refresh` without asking, and gives what was done to each resource that did not stay the same.
   * Where it fails, its errors are the message.
   */
  async update(stack: string, environment: string, command: Command, ...more: string[]): Promise<Step[]> {
    const args = [command, "--yes", "--skip-preview", "--json", ...more, "--stack", environment];
    const log = { PULUMI_DEBUG_GRPC: this.#logFile(stack, environment) };
    const { code, stdout, stderr } = await this.spawn(stack, args, command === "up" ? log : {}).ended;
    if (code === 0) return stepsOf(stdout);
    throw new Error(`pulumi ${command} of ${stack} ${environment}: ${errorsOf(stdout) || stderr}`);
  }

  /** Previews, and gives what the engine was asked and answered. Where it fails, what it says is the message. */
  async preview(stack: string, environment: string): Promise<EngineLog> {
    const file = join(this.repository.root, `${stack}.${environment}.preview.log`);
    rmSync(file, { force: true });
    const log = { PULUMI_DEBUG_GRPC: file };
    const { code, stdout, stderr } = await this.spawn(stack, ["preview", "--stack", environment], log).ended;
    if (code !== 0) throw new Error(`pulumi preview of ${stack} ${environment}:\n${stdout}\n${stderr}`);
    return readEngineLog(file);
  }

  /** What a preview finds to do. */
  async pending(stack: string, environment: string): Promise<Step[]> {
    return plannedSteps(await this.run(stack, environment, "preview", "--json"));
  }

  /** What a refresh finds changed in AWS. State stays as it is. */
  async drift(stack: string, environment: string): Promise<Step[]> {
    const state = await this.run(stack, environment, "stack", "export");
    const found = await this.update(stack, environment, "refresh");
    await this.#import(stack, environment, state);
    return found;
  }

  /** Destroys a stack, and gives the resources of it that AWS then still has. `PARTS` are not asked for. */
  async destroy(stack: string, environment: string): Promise<StateResource[]> {
    const before = await this.run(stack, environment, "stack", "export");
    await this.update(stack, environment, "destroy");
    const after = await this.run(stack, environment, "stack", "export");
    await this.#import(stack, environment, before);
    await this.update(stack, environment, "refresh", ...PARTS.flatMap((type) => ["--exclude", `**${type}**`]));
    const left = await this.state(stack, environment);
    await this.#import(stack, environment, after);
    return left.filter(({ custom, type }) => custom && !type.startsWith("pulumi:") && !PARTS.includes(type));
  }

  async #import(stack: string, environment: string, state: string): Promise<void> {
    const file = join(this.repository.root, `${stack}.${environment}.state.json`);
    writeFileSync(file, state);
    await this.run(stack, environment, "stack", "import", "--file", file);
  }

  /** What the engine was asked and answered in every `up` of a stack so far. */
  log(stack: string, environment: string): EngineLog {
    return readEngineLog(this.#logFile(stack, environment));
  }

  #logFile(stack: string, environment: string): string {
    return join(this.repository.root, `${stack}.${environment}.log`);
  }

  /** The plans of these stacks and those that they read, in every environment, by the offline command. */
  plans(stacks: string[]): Plan[] {
    const { code, stdout, stderr } = this.repository.plan(...stacks, "--json");
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  }

  /** Resources that the engine knows, the stack itself among them. */
  async state(stack: string, environment: string): Promise<StateResource[]> {
    const { deployment } = JSON.parse(await this.run(stack, environment, "stack", "export"));
    return deployment.resources ?? [];
  }
}
