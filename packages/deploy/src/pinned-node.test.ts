import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pathWithNode } from "./pinned-node.ts";

describe.skipIf(process.platform === "win32")("pathWithNode", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "node-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("leaves a PATH on which this Node comes first, by a link too", () => {
    symlinkSync(process.execPath, join(folder, "node"));
    expect(pathWithNode(["/nowhere", folder].join(delimiter), process.execPath)).toBe(`/nowhere${delimiter}${folder}`);
  });

  it("puts this Node before another one", () => {
    writeFileSync(join(folder, "node"), "#!/bin/sh\n");
    chmodSync(join(folder, "node"), 0o755);
    expect(pathWithNode(folder, process.execPath)).toBe(dirname(process.execPath) + delimiter + folder);
  });

  it("adds this Node where there is none", () => {
    expect(pathWithNode(folder, process.execPath)).toBe(dirname(process.execPath) + delimiter + folder);
  });
});
