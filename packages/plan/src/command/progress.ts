/** One line on a terminal that says what takes its time; nothing where no one watches. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #watched: boolean;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
    this.#watched = stream.isTTY === true && process.env.CI === undefined;
  }

  /** Replaces the line. */
  show(text: string): void {
    if (this.#watched) this.#stream.write(`\r\u001b[2K${text}`);
  }

  /** Takes the line away. */
  clear(): void {
    this.show("");
  }
}
