import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { DirectoryReference } from "./directory-reference.ts";
import { directoryMembership, membershipMistakes } from "./file-system-directory.ts";

const names = {
  domainName: "corp.example.com",
  dnsIpAddresses: ["10.0.0.10", "10.0.1.10"],
  clientSecurityGroupId: "sg-directory",
};
const joinSecretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:join-AbCdEf";
const managed: DirectoryReference = { ...names, directoryId: "d-0123456789" };
const selfManaged: DirectoryReference = { ...names, joinSecretArn };
const addresses = (count: number) => Array.from({ length: count }, (_, index) => `10.0.${index}.10`);

describe("directoryMembership", () => {
  it("is the id alone in a managed directory", () => {
    expect(directoryMembership(managed)).toEqual({ activeDirectoryId: "d-0123456789" });
  });

  it.each([
    [1, ["10.0.0.10"]],
    [2, ["10.0.0.10", "10.0.1.10"]],
    [3, ["10.0.0.10", "10.0.1.10"]],
  ])("takes of %i addresses those that the provider takes", (count, dnsIps) => {
    expect(directoryMembership({ ...selfManaged, dnsIpAddresses: addresses(count) })).toEqual({
      selfManagedActiveDirectory: {
        domainName: "corp.example.com",
        dnsIps,
        domainJoinServiceAccountSecret: joinSecretArn,
        organizationalUnitDistinguishedName: undefined,
        fileSystemAdministratorsGroup: undefined,
      },
    });
  });
});

describe("membershipMistakes", () => {
  it.each<DirectoryReference>([
    managed,
    { ...managed, dnsIpAddresses: [] },
    Object.assign({ joinSecretArn: undefined }, managed),
    selfManaged,
    { ...selfManaged, dnsIpAddresses: [pulumi.output("10.0.0.10")] },
    { ...selfManaged, dnsIpAddresses: addresses(3) },
  ])("accepts %j", (directory) => {
    expect(membershipMistakes(directory)).toEqual([]);
  });

  it.each<[DirectoryReference, string]>([
    [{ ...selfManaged, dnsIpAddresses: [] }, "directory.dnsIpAddresses has 0 addresses. Give 1–3."],
    [{ ...selfManaged, dnsIpAddresses: addresses(4) }, "directory.dnsIpAddresses has 4 addresses. Give 1–3."],
    [
      { ...managed, joinSecretArn },
      "directory has directoryId and joinSecretArn, of two kinds of directory. Leave one of them out.",
    ],
  ])("refuses %j", (directory, mistake) => {
    expect(membershipMistakes(directory)).toEqual([mistake]);
  });
});
