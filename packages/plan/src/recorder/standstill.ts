import { RecordingError } from "./recording-error.ts";

/** Failures of a recording that nobody waits for. */
export interface Rejections {
  caught: unknown[];
  first: Promise<unknown>;
  stop: () => void;
}

/** Keeps failures that nobody waits for from ending the process, and from reaching anyone else who listens. */
export function catchRejections(): Rejections {
  const caught: unknown[] = [];
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  let stop = () => {};
  const first = new Promise<unknown>((resolve) => {
    const listen = (reason: unknown) => {
      caught.push(reason);
      resolve(reason);
    };
    process.on("unhandledRejection", listen);
    stop = () => {
      process.off("unhandledRejection", listen);
      for (const other of others) process.on("unhandledRejection", other);
    };
  });
  return { caught, first, stop };
}

/**
 * Sees that the program waits for something that does not come: nothing is left to happen in the process, or a failure
 * that nobody waits for has taken away what it waits for.
 */
export function detectStandstill(rejections: { first: Promise<unknown> }): {
  reached: Promise<never>;
  stop: () => void;
} {
  let stop = () => {};
  const reached = new Promise<never>((_resolve, reject) => {
    const listen = () =>
      reject(new RecordingError("The program never ends: it waits for something that does not come."));
    process.once("beforeExit", listen);
    stop = () => process.off("beforeExit", listen);
    rejections.first.then(async (reason) => {
      for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
      reject(reason);
    });
  });
  return { reached, stop };
}
