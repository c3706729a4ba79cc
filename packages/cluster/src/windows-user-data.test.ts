import { readFileSync } from "node:fs";
import { record } from "@acme/plan";
import * as aws from "@pulumi/aws";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { managedDirectory, selfManagedDirectory } from "./test-hosts.ts";
import { scriptOf, valueIn } from "./test-powershell.ts";
import { type WindowsUserDataSettings, windowsUserData } from "./windows-user-data.ts";

const settings: WindowsUserDataSettings = {
  clusterName: "main",
  taskCleanupSeconds: 600,
  reservedMemoryMiB: 2048,
  warmPool: false,
  spotDraining: false,
};
const everySetting = {
  imagePullInactivitySeconds: 3600,
  containerStartTimeoutSeconds: 1200,
  imageCleanupMinutes: 15,
  imageMinimumAgeMinutes: 120,
  imagesPerCleanup: 10,
};
const organizationalUnit = "OU=Hosts,OU=corp,DC=corp,DC=example,DC=com";

async function textOf(more: Partial<WindowsUserDataSettings> = {}): Promise<string> {
  const { outputs } = await record(() => ({ text: windowsUserData({ ...settings, ...more }) }));
  return String(outputs.text);
}

/** Fails unless the parts are in the text, one after the other. */
function expectInOrder(text: string, ...parts: string[]): void {
  const places = parts.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
}

describe("windowsUserData", () => {
  it.each<[string, Partial<WindowsUserDataSettings>]>([
    ["no-domain", {}],
    ["managed-join", { domainJoin: managedDirectory }],
    ["managed-join-unit", { domainJoin: { ...managedDirectory, organizationalUnit } }],
    ["self-managed-join", { domainJoin: { ...selfManagedDirectory, organizationalUnit } }],
    ["warm-pool-spot", { warmPool: true, spotDraining: true }],
    ["every-setting", everySetting],
  ])("is the golden text windows-%s", async (name, more) => {
    expect(await textOf(more)).toBe(readFileSync(new URL(`golden/windows-${name}.txt`, import.meta.url), "utf8"));
  });

  it("runs at each start of the host", async () => {
    expect(await textOf()).toMatch(/^<powershell>\n[^<]*<\/powershell>\n<persist>true<\/persist>\n$/);
  });

  it.each([
    ["managed", managedDirectory],
    ["self-managed", selfManagedDirectory],
  ])("joins a %s domain and restarts before it comes to the agent", async (_kind, domainJoin) => {
    const passes = (await textOf({ domainJoin })).split("\ntry {\n").at(-1) ?? "";
    expectInOrder(passes, "PartOfDomain) {", "Join-HostDomain", "shutdown.exe /r", "exit 0", "Start-EcsAgent");
  });

  it("sets the variables of the machine before it initializes the agent", async () => {
    const script = scriptOf(await textOf({ warmPool: true, spotDraining: true }));
    const [before = "", after = ""] = script.split("Initialize-ECSAgent");
    expect(before.match(/SetEnvironmentVariable/g)).toHaveLength(7);
    expect(after).not.toContain("SetEnvironmentVariable");
    expectInOrder(
      before,
      "SetEnvironmentVariable",
      "portproxy delete",
      "Remove-NetIPAddress",
      "Import-Module ECSTools",
    );
  });

  it("shuts down a host that fails, in every case", async () => {
    const script = scriptOf(await textOf({ domainJoin: managedDirectory }));
    expect(script).toMatch(/\n} catch {\n {2}Write-HostLog \(.*\)\n {2}shutdown\.exe \/s \/f \/t 60\n {2}exit 1\n}\n$/);
  });

  it("writes no password and no secret into the text or into a log", async () => {
    for (const domainJoin of [managedDirectory, selfManagedDirectory]) {
      const logged = (await textOf({ domainJoin })).match(/(Write-\w+|Add-Content|throw) .*/g) ?? [];
      for (const what of logged) expect(what).not.toMatch(/\$(password|text|account|credential|bytes|user)\b/);
      expect(logged.length).toBeGreaterThan(5);
    }
  });

  it("keeps names that are known later in their place, for a plan", async () => {
    const { outputs } = await record(() => {
      const { name } = new aws.ecs.Cluster("main");
      const { id, name: domainName } = new aws.directoryservice.Directory("ad", {
        name: "corp.example.com",
        password: "x",
      });
      const domainJoin = { directoryId: id, domainName, clientSecurityGroupId: "sg-1" };
      return { text: windowsUserData({ ...settings, clusterName: name, domainJoin }) };
    });
    expect(outputs.text).toContain("      Cluster = '${aws:ecs/cluster:Cluster::main.name}'\n");
    expect(outputs.text).toContain("    DirectoryId = '${aws:directoryservice/directory:Directory::ad.id}'\n");
  });

  it("lets no text out of its place", async () => {
    const name = fc.string({
      unit: fc.constantFrom("'", '"', "’", "$", "`", " ", "é", "\n", "}", "</powershell>", "x"),
    });
    await fc.assert(
      fc.asyncProperty(name, name, async (clusterName, unit) => {
        const domainJoin = { ...managedDirectory, domainName: clusterName, organizationalUnit: unit };
        const script = scriptOf(await textOf({ clusterName, domainJoin }));
        const values = ["Cluster", "DomainName", "OrganizationalUnitDistinguishedName"].map((key) =>
          valueIn(new RegExp(`^ +${key} = (.*)$`, "m").exec(script)?.[1] ?? ""),
        );
        expect(values).toEqual([clusterName, clusterName, unit]);
        expect(script.endsWith("  exit 1\n}\n")).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("fits into what EC2 takes with the longest names that AWS allows, in any script", async () => {
    const text = await textOf({
      ...everySetting,
      clusterName: "c".repeat(255),
      domainJoin: { ...managedDirectory, domainName: "d".repeat(255), organizationalUnit: "猫".repeat(2000) },
    });
    expect(Buffer.byteLength(text)).toBeLessThan(16_384);
  });
});
