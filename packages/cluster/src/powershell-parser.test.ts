import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { scriptOf } from "./test-powershell.ts";

const folder = new URL("golden/", import.meta.url);
const goldens = readdirSync(folder).filter((file) => file.startsWith("windows-"));

const parse = `
$errors = $null
[System.Management.Automation.Language.Parser]::ParseInput([Console]::In.ReadToEnd(), [ref]$null, [ref]$errors) | Out-Null
$errors | ForEach-Object { '{0}: {1}' -f $_.Extent.StartLineNumber, $_.Message }
`;

/** The same parser, from PowerShell itself or from its package by the .NET SDK. */
const parsers: [string, string[]][] = [
  ["pwsh", ["-NoProfile", "-NonInteractive", "-Command", parse]],
  ["dotnet", ["run", fileURLToPath(new URL("powershell-parser.cs", import.meta.url))]],
];

function mistakes([command, args]: [string, string[]], input: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: "utf8" });
  return { status, stdout, stderr };
}

const parser = parsers.find((each) => mistakes(each, "$x = 1").status === 0);
const skipped =
  parser === undefined
    ? " (skipped: it needs pwsh, https://learn.microsoft.com/powershell/scripting/install, or the .NET SDK 10 with NuGet)"
    : "";

describe("PowerShell's own parser", () => {
  it.skipIf(parser === undefined).each(goldens)(`finds no mistake in %s${skipped}`, { timeout: 60_000 }, (file) => {
    const script = scriptOf(readFileSync(new URL(file, folder), "utf8"));
    expect(mistakes(parser as [string, string[]], script)).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it.skipIf(parser === undefined)(`finds a mistake where there is one${skipped}`, { timeout: 60_000 }, () => {
    expect(mistakes(parser as [string, string[]], "if (").stdout).toContain("1: ");
  });
});
