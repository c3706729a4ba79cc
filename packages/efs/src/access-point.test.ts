import { describe, expect, it } from "vitest";
import { type AccessPointArgs, accessPointMistakes } from "./access-point.ts";

const pathMistake = (path: string) =>
  `The path "${path}" is no absolute path of plain folder names. Use one such as "/data/files".`;

describe("accessPointMistakes", () => {
  it.each([
    {},
    { path: "/a/b/c/d" },
    { path: `/${"x".repeat(99)}` },
    { path: "/web api/v1.2_x-y" },
    { userId: 1, groupId: 0 },
    { userId: 4294967295, groupId: 4294967295 },
    { secondaryGroupIds: Array.from({ length: 16 }, (_, index) => index) },
    { permissions: "755" },
    { permissions: "1777" },
  ] as AccessPointArgs[])("accepts %j", (args) => {
    expect(accessPointMistakes(args)).toEqual([]);
  });

  it.each([
    [{ path: "/" }, ['The path is "/", the whole file system. Use a folder, such as "/data".']],
    [{ path: "" }, [pathMistake("")]],
    [{ path: "data" }, [pathMistake("data")]],
    [{ path: "/data/" }, [pathMistake("/data/")]],
    [{ path: "//data" }, [pathMistake("//data")]],
    [{ path: "/../data" }, [pathMistake("/../data")]],
    [{ path: "/a*" }, [pathMistake("/a*")]],
    [{ path: "/a/b/c/d/e" }, ["Folders in an access point's path: 5 is not allowed. Use 0–4; the nearest is 4."]],
    [
      { path: `/${"x".repeat(100)}` },
      ["Length of an access point's path: 101 characters is not allowed. Use 1–100 characters; the nearest is 100."],
    ],
    [{ userId: 0 }, ["The user id is 0, and the file system's policy denies root. Use another user."]],
    [
      { groupId: 4294967296 },
      ["User or group id of an access point: 4294967296 is not allowed. Use 0–4294967295; the nearest is 4294967295."],
    ],
    [
      { userId: 1.5, secondaryGroupIds: [-1] },
      [
        "User or group id of an access point: 1.5 is not allowed. Use 0–4294967295; the nearest is 2.",
        "User or group id of an access point: -1 is not allowed. Use 0–4294967295; the nearest is 0.",
      ],
    ],
    [
      { secondaryGroupIds: Array.from({ length: 17 }, (_, index) => index) },
      ["Secondary groups of an access point: 17 is not allowed. Use 0–16; the nearest is 16."],
    ],
    [{ permissions: "0800" }, ['The permissions "0800" are no file mode. Use 3 or 4 octal digits, such as "0750".']],
    [{ permissions: "75" }, ['The permissions "75" are no file mode. Use 3 or 4 octal digits, such as "0750".']],
  ] as [AccessPointArgs, string[]][])("refuses %j", (args, mistakes) => {
    expect(accessPointMistakes(args)).toEqual(mistakes);
  });
});
