// Preloaded by Pulumi.yaml: an old Node cannot read the program, and says so in one line instead of a stack.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} cannot run this program. Use Node 22.18 or newer, or pnpm exec pulumi, which brings its own.`,
  );
  process.exit(1);
}
