/** Whether someone asked to stop. */
export interface Interruption {
  /** Exit code to end with; unset while nobody asked. */
  exitCode?: number;
}

/** Keeps this process alive on Ctrl-C and SIGTERM, so that Pulumi can end what it has begun, and remembers them. */
export function watchInterruption(): Interruption {
  const interruption: Interruption = {};
  process.on("SIGINT", () => {
    interruption.exitCode ??= 130;
  });
  process.on("SIGTERM", () => {
    interruption.exitCode ??= 143;
  });
  return interruption;
}
