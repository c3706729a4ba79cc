// pnpm bench: whole processes, warm, medians of interleaved runs. Prints a table; trust ratios more than milliseconds.
import { spawnSync } from "node:child_process";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";

const ROUNDS = Number(process.argv[2] ?? 7);
const ROOT = join(import.meta.dirname, "../..");
const plan = join(ROOT, "packages/plan/bin/plan.mjs");
const growth = (count) => [
  "--import",
  join(ROOT, "packages/plan/bin/fast-start.mjs"),
  join(import.meta.dirname, "growth.ts"),
  String(count),
];
const measured = join(import.meta.dirname, "measured.mjs");

const cases = {
  "every plan": [plan, "--json"],
  "every plan, --plain": [plan, "--json", "--plain"],
  "one plan and what it depends on": [plan, "linux-web-api", "--env", "prod", "--json"],
  "10 resources": growth(10),
  "100 resources": growth(100),
  "1000 resources": growth(1000),
};

/** One run: wall time in seconds, largest resident memory in MiB, and what the program printed last. */
function run(args) {
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", measured, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - begin) / 1000;
  if (status !== 0) throw new Error(stderr);
  const megabytes = Number(/maximum resident: (\d+)/.exec(stderr)?.[1]) / 1024;
  const inside = Number(/recorded in ([\d.]+) ms/.exec(stdout)?.[1]) / 1000;
  return { seconds, megabytes, inside };
}

const runs = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, args] of Object.entries(cases)) {
    process.stderr.write(`\r\u001b[2Kround ${round}/${ROUNDS}: ${name}`);
    const result = run(args);
    if (round > 0) runs[name].push(result); // the first round warms up
  }
}
process.stderr.write("\r\u001b[2K");

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (name, key) => median(runs[name].map((each) => each[key]));

console.log(`Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0].model}, ${ROUNDS} runs each\n`);
console.log(`${"".padEnd(34)}wall s  recording s  MiB`);
for (const name of Object.keys(cases)) {
  const inside = row(name, "inside");
  const recording = Number.isNaN(inside) ? "" : inside.toFixed(3);
  console.log(
    `${name.padEnd(34)}${row(name, "seconds").toFixed(2).padStart(6)}${recording.padStart(13)}${row(name, "megabytes").toFixed(0).padStart(5)}`,
  );
}
const ratio = row("1000 resources", "inside") / row("100 resources", "inside");
console.log(
  `\nt(1000)/t(100) = ${ratio.toFixed(1)} (aim: at most 11), fast/plain = ${(row("every plan", "seconds") / row("every plan, --plain", "seconds")).toFixed(2)}`,
);
