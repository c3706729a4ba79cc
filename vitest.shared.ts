import { defineConfig } from "vitest/config";

/** Every package's tests: one process without isolation, so that the Pulumi SDK is loaded once (six times as fast). */
export default defineConfig({ test: { isolate: false, include: ["**/*.test.ts"], testTimeout: 30_000 } });
