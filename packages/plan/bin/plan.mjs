#!/usr/bin/env node
// Plain JavaScript, so that an old Node can still say that it is too old.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Node ${process.versions.node} cannot run TypeScript. Use Node 22.18 or newer on this platform.`);
  process.exit(2);
}

if (!process.argv.includes("--plain")) await import("./fast-start.mjs");
const { main } = await import("../src/command/main.ts");
process.exitCode = await main(process.argv.slice(2));
