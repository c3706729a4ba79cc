import { readFileSync } from "node:fs";
import { record } from "@acme/plan";
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { managedDirectory } from "./test-hosts.ts";
import { windowsUserData } from "./windows-user-data.ts";

async function textOf(dnsServers: () => pulumi.Input<string>[] | undefined): Promise<string> {
  const { outputs } = await record(() => {
    const domainJoin = { ...managedDirectory, dnsServers: dnsServers() };
    const agent = { taskCleanupSeconds: 600, reservedMemoryMiB: 2048, warmPool: false, spotDraining: false };
    return { text: windowsUserData({ clusterName: "main", domainJoin, ...agent }) };
  });
  return String(outputs.text);
}

describe("Name servers of a Windows host", () => {
  it("is the golden text windows-name-servers", async () => {
    const golden = readFileSync(new URL("golden/windows-name-servers.txt", import.meta.url), "utf8");
    expect(await textOf(() => ["10.0.1.10", "10.0.2.10"])).toBe(golden);
  });

  it("are set at each start, before the host looks whether it is in its domain", async () => {
    const passes = (await textOf(() => ["10.0.1.10"])).split("\ntry {\n").at(-1);
    expect(passes).toMatch(/^ {2}Set-HostNameServer\n {2}if \(-not .*PartOfDomain\) {\n/);
  });

  it.each([
    ["undefined", undefined],
    ["empty", []],
  ])("are the network's own where the list is %s", async (_kind, list) => {
    expect(await textOf(() => list)).toBe(
      readFileSync(new URL("golden/windows-managed-join.txt", import.meta.url), "utf8"),
    );
  });

  it("keep their place in a plan where a directory gives them", async () => {
    const text = await textOf(() => {
      const { dnsIpAddresses } = new aws.directoryservice.Directory("ad", { name: "corp.example.com", password: "x" });
      return [dnsIpAddresses[0], dnsIpAddresses[1]] as pulumi.Output<string>[];
    });
    const address = (index: number) => `'\${aws:directoryservice/directory:Directory::ad.dnsIpAddresses[${index}]}'`;
    expect(text).toContain(` -ServerAddresses ${address(0)}, ${address(1)}\n`);
  });
});
