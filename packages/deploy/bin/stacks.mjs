#!/usr/bin/env node
import module from "node:module";

// Plain JavaScript that an old Node can read: it must be able to say that it is too old.
const [major, minor] = process.versions.node.split(".").map(Number);
const stripsTypes = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

if (stripsTypes) {
  module.enableCompileCache();
  const { main } = await import("../src/index.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error(
    `Node ${process.versions.node} cannot run TypeScript: 22.18, 23.6 or newer can. ` +
      'Run "pnpm stacks", which brings its own Node, or install a newer one where it has none for your platform.',
  );
  process.exitCode = 2;
}
