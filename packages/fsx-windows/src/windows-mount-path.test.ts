import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MountOptions, windowsMount } from "./windows-mount.ts";
import { windowsMountMistakes } from "./windows-mount-path.ts";

const noPath = (path: string) =>
  `"${path}" is no absolute path of plain folder names in a Windows container. Use one such as "C:\\data".`;
const noDirectory = (directory: string) =>
  `directory "${directory}" is no path of plain folder names. Write it from the share on, without the share and the first \\, as "orders\\incoming".`;

describe("windowsMountMistakes", () => {
  it.each(["C:\\data", "c:\\data", "C:\\inetpub\\wwwroot\\App_Data", "C:\\Program Files\\.app", "C:\\Aufträge"])(
    "accepts %s",
    (path) => {
      expect(windowsMountMistakes(path)).toEqual([]);
    },
  );

  it.each([
    "",
    "data",
    "/data",
    "\\data",
    "\\\\server\\share",
    "C:",
    "C:\\",
    "C:data",
    "C:/data",
    "C:\\data\\",
    "C:\\data\\\\files",
    "C:\\data\\..\\windows",
    "C:\\data.",
    'C:\\"data"',
    "C:\\it's",
    "C:\\data:stream",
    "C:\\data\n",
    "C:\\a*",
  ])("refuses the path %j", (path) => {
    expect(windowsMountMistakes(path)).toEqual([noPath(path)]);
  });

  it("refuses a drive that containers do not have", () => {
    expect(windowsMountMistakes("d:\\data\\files")).toEqual([
      '"d:\\data\\files" is on drive d, and a Windows container has only C. Use "C:\\data\\files".',
    ]);
  });

  it.each(["orders", "orders\\incoming", "Orders 2026\\ä"])("accepts the directory %j", (directory) => {
    expect(windowsMountMistakes("C:\\data", { directory })).toEqual([]);
  });

  it.each(["", "\\orders", "/orders", "orders/incoming", "D:\\orders", "orders\\", "..\\orders", ".", 'or"ders'])(
    "refuses the directory %j",
    (directory) => {
      expect(windowsMountMistakes("C:\\data", { directory })).toEqual([noDirectory(directory)]);
    },
  );

  it.each(["", "\\share", "/share", "share\\orders", "D:", "share ", "a=b", "x".repeat(81)])(
    "refuses the share %j",
    (share) => {
      expect(windowsMountMistakes("C:\\data", { share })).toEqual([
        `share "${share}" is no name of a share. Use one such as "share", without \\ and /.`,
      ]);
    },
  );
});

describe("rootDirectory", () => {
  const file = { fileSystemId: "fs-1", domainName: "corp.example.com", account: { secretArn: "arn" } };
  const mount = (options: MountOptions) => windowsMount({ name: "files", ...file }, "C:\\data", options);
  const text = fc.string({
    unit: fc.constantFrom("a", "Z", "ä", " ", ".", "\\", "/", ":", '"', "$", "-"),
    maxLength: 12,
  });

  it("begins with the share and holds no empty step, whatever is accepted", () => {
    const options = fc.record({ share: text, directory: text }, { requiredKeys: [] });
    fc.assert(
      fc.property(options, (each) => {
        fc.pre(windowsMountMistakes("C:\\data", each).length === 0);
        const { volume, name } = mount(each);
        const { rootDirectory } = volume.fsxWindowsFileServerVolumeConfiguration as { rootDirectory: string };
        const steps = rootDirectory.split("\\");
        expect(steps[0]).toBe(each.share ?? "share");
        for (const step of steps) expect(step).toMatch(/^[^\\/:]*[^\\/:. ]$/);
        expect(name).toMatch(/^files[\w-]*$/);
      }),
      { numRuns: 500 },
    );
  });
});
