#!/usr/bin/env node
// Plain JavaScript that an old Node can read: it must be able to say that it is too old.
const [major, minor] = process.versions.node.split(".").map(Number);
const stripsTypes = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

// Exit code 1 says that something changed. What no one caught, as in a callback of a program, is not that.
process.on("uncaughtException", (error) => {
  console.error(process.argv.includes("--plain") ? error : `${error}\nRun it again with --plain for the stack trace.`);
  process.exit(2);
});
// A reader that has seen enough, such as head, closes the pipe.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
}

if (stripsTypes) {
  if (!process.argv.includes("--plain")) await import("./fast-start.mjs");
  const { main } = await import("../src/command/main.ts");
  process.exitCode = await main(process.argv.slice(2));
  // A program that failed may have left a timer or a server behind, which would keep this process alive.
  if (process.exitCode === 2) process.exit();
} else {
  console.error(
    `Node ${process.versions.node} cannot run TypeScript: 22.18, 23.6 or newer can. ` +
      'Run "pnpm plan", which brings its own Node, or install a newer one where it has none for your platform.',
  );
  process.exitCode = 2;
}
