import { defineConfig } from "vitest/config";

/** Tests against the real engine: one file after another, since each brings stacks up. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.engine.ts"],
    testTimeout: 900_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
