// pnpm golden: writes the golden plans anew, to be read in the pull request.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { everyPlan, ROOT } = await import("./src/every-plan.ts");
const { goldenFiles } = await import("./src/golden-plans.ts");
const folder = join(ROOT, "tests/golden");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [name, text] of goldenFiles(await everyPlan())) {
  writeFileSync(join(folder, name), text);
  console.log(`tests/golden/${name}`);
}
