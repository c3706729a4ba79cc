import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const LONGEST = ["life-of-prod", "life-of-dev", "interrupted", "failing-aws", "optional-parts", "examples"];

/** The longest files first, so that none of them runs alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const position = LONGEST.findIndex((name) => moduleId.includes(`/${name}.`));
      return position < 0 ? LONGEST.length : position;
    };
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

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
    maxWorkers: 4, // they wait for AWS most of the time
    sequence: { sequencer: LongestFirst },
  },
});
