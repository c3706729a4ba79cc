// Preloaded by Pulumi.yaml: an old Node cannot read the program, and says so in one line instead of a stack.
const [major, minor] = process.versions.node.split(".").map(Number);
const stripsTypes = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

if (!stripsTypes) {
  console.error(
    `Node ${process.versions.node} cannot run TypeScript: 22.18, 23.6 or newer can. ` +
      'Run "pnpm exec pulumi", which brings its own Node, or install a newer one where it has none for your platform.',
  );
  process.exit(1);
}
