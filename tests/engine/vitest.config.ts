import { defineConfig } from "vitest/config";

/** In AWS itself a directory takes up to 45 minutes to come, a file system as long, and a test may wait for several. */
const patience = process.env.ENGINE_ACCOUNT_ID === undefined ? 1 : 12;

/** Tests against the real engine: files side by side, each with an AWS of its own where one can be started. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.engine.ts"],
    globalSetup: ["moto-lacks.ts"],
    testTimeout: patience * 900_000,
    hookTimeout: patience * 120_000,
    fileParallelism: process.env.AWS_EMULATOR !== undefined,
    maxWorkers: 3,
  },
});
