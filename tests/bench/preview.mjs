// pnpm bench:preview [rounds]: `pulumi preview` of each stack that is up and has nothing to change, with our settings and
// with the language host's own. Medians of interleaved runs. What it needs: AWS_EMULATOR, as tests/engine/README.md says.
// TS_NODE_MODULES: a node_modules with typescript and ts-node 10, as a project has it that lets the host compile.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { Engine } from "../engine/engine.ts";

const ROUNDS = Number(process.argv[2] ?? 5);
const STACKS = [
  ["registry", "shared"],
  ["platform", "dev"],
  ["linux-web-api", "dev"],
  ["windows-iis", "dev"],
];

const missing = Engine.missing();
if (missing !== undefined) throw new Error(missing);
const modules = process.env.TS_NODE_MODULES;
const engine = await Engine.start();

const compilerOptions = {
  ...{ target: "es2024", module: "nodenext", moduleResolution: "nodenext", strict: true, skipLibCheck: true },
  ...{ allowImportingTsExtensions: true, noEmit: true },
};
const hostsOwn = (project) => project.replace(/^runtime:\n( .*\n)+/m, "runtime: nodejs\n");
const settings = {
  "Node strips types": { project: (text) => text },
  "host's own, no compiler": { project: hostsOwn },
  ...(modules && {
    "host's own, ts-node": { project: hostsOwn, tsconfig: { compilerOptions }, env: { NODE_PATH: modules } },
  }),
};

/** Seconds of one preview. */
async function preview([stack, environment], original, { project, tsconfig, env }) {
  writeFileSync(engine.folder(`${stack}/Pulumi.yaml`), project(original));
  const file = engine.folder(`${stack}/tsconfig.json`);
  if (tsconfig === undefined) rmSync(file, { force: true });
  else writeFileSync(file, JSON.stringify(tsconfig));
  const begin = performance.now();
  const run = engine.spawn(stack, ["preview", "--expect-no-changes", "--stack", environment], env);
  const { code, stdout, stderr } = await run.ended;
  if (code !== 0) throw new Error(stdout + stderr);
  return (performance.now() - begin) / 1000;
}

const originals = STACKS.map(([stack]) => readFileSync(engine.folder(`${stack}/Pulumi.yaml`), "utf8"));
const seconds = new Map();
const loads = [];
try {
  for (const [stack, environment] of STACKS) {
    process.stderr.write(`\r\u001b[2K${stack} comes up`);
    await engine.init(stack, environment);
    await engine.update(stack, environment, "up");
  }
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, stack] of STACKS.entries()) {
      for (const [name, setting] of Object.entries(settings)) {
        process.stderr.write(`\r\u001b[2Kround ${round}/${ROUNDS}: ${stack[0]}, ${name}`);
        const taken = await preview(stack, originals[index], setting);
        const key = `${stack[0]}, ${name}`;
        if (round > 0) seconds.set(key, [...(seconds.get(key) ?? []), taken]); // the first round warms up
        loads.push(loadavg()[0]);
      }
    }
  }
} finally {
  engine.stop();
}

const sorted = (key) => seconds.get(key).toSorted((a, b) => a - b);
const median = (key) => sorted(key)[Math.floor(ROUNDS / 2)];
const names = Object.keys(settings);
const load = `load ${Math.min(...loads).toFixed(1)}–${Math.max(...loads).toFixed(1)}`;
console.log(`\nNode ${process.version}, ${availableParallelism()} cores, ${cpus()[0].model}, ${load}`);
console.log(`Seconds of a preview, median (least–most) of ${ROUNDS}\n`);
console.log("".padEnd(16) + names.map((name) => name.padStart(26)).join(""));
for (const [stack] of STACKS) {
  const cells = names.map((name) => {
    const values = sorted(`${stack}, ${name}`);
    return `${median(`${stack}, ${name}`).toFixed(1)} (${values[0].toFixed(1)}–${values.at(-1).toFixed(1)})`;
  });
  console.log(stack.padEnd(16) + cells.map((cell) => cell.padStart(26)).join(""));
}
