/** Someone asked to stop: nothing is printed, and what was begun is cleared away. */
export class Interruption extends Error {
  /** Exit code to end with. */
  readonly exitCode: number;

  /** @param signal what the process was sent. */
  constructor(signal: "SIGINT" | "SIGTERM") {
    super(`interrupted by ${signal}`);
    this.exitCode = signal === "SIGINT" ? 130 : 143;
  }
}
