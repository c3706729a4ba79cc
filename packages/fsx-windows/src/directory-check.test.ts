import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type {
  ActiveDirectoryArgs,
  ExistingManagedDirectory,
  ManagedDirectory,
  SelfManagedDirectory,
} from "./active-directory-args.ts";
import { directoryMistakes } from "./directory-check.ts";

const domainName = "corp.example.com";
const dnsIpAddresses = ["10.0.0.10", "10.0.1.10"];
const managed: ManagedDirectory = { kind: "managed", edition: "Standard", domainName };
const existing: ExistingManagedDirectory = {
  kind: "existing-managed",
  directoryId: "d-0123456789",
  domainName,
  dnsIpAddresses,
};
const selfManaged: SelfManagedDirectory = {
  kind: "self-managed",
  domainName,
  dnsIpAddresses,
  joinSecretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:join-AbCdEf",
};
const mistakesOf = (args: Partial<ActiveDirectoryArgs>) =>
  directoryMistakes({
    vpcId: "vpc-1",
    subnetIds: ["subnet-a", "subnet-b"],
    directory: managed,
    nameResolution: "existing",
    kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
    ...args,
  });

describe("directoryMistakes", () => {
  it.each<Partial<ActiveDirectoryArgs>>([
    {},
    { directory: { ...managed, edition: "Enterprise", shortName: "CORP" } },
    { secretRecoveryWindowDays: 0 },
    { secretRecoveryWindowDays: 7 },
    { directory: existing, subnetIds: [], kmsKeyArn: undefined },
    { directory: { ...existing, dnsIpAddresses: ["10.0.0.10"] }, nameResolution: "dhcp-options", subnetIds: [] },
    { directory: selfManaged, nameResolution: "resolver-endpoint" },
    { directory: { ...selfManaged, organizationalUnit: "OU=FSx,DC=corp,DC=example,DC=com" } },
  ])("accepts %j", (args) => {
    expect(mistakesOf(args)).toEqual([]);
  });

  it("passes subnets and a key that only AWS knows", () => {
    const unknown = pulumi.output("subnet-a");
    expect(mistakesOf({ subnetIds: [unknown, unknown], kmsKeyArn: pulumi.output("arn") })).toEqual([]);
  });

  it.each<[Partial<ActiveDirectoryArgs>, string]>([
    [
      { directory: { ...managed, domainName: "corp" } },
      'domainName "corp" is no full name of a domain. Write it as "corp.example.com".',
    ],
    [
      { directory: { ...managed, edition: "Basic" as "Standard" } },
      'edition "Basic" is not known. Use "Standard" or "Enterprise".',
    ],
    [
      { directory: { ...managed, shortName: "A-NAME-TOO-LONG-" } },
      'shortName "A-NAME-TOO-LONG-" is no NetBIOS name. Use 1–15 characters without \\ / : * ? " < > |, the first no dot.',
    ],
    [{ kmsKeyArn: undefined }, "The administrator's secret has no key. Give kmsKeyArn, the ARN of a customer key."],
    ...[1, 6, 31, 7.5, -1].map((days): [Partial<ActiveDirectoryArgs>, string] => [
      { secretRecoveryWindowDays: days },
      `secretRecoveryWindowDays ${days} is not allowed. Use a whole number of days, 7–30, or 0.`,
    ]),
    [
      { subnetIds: ["subnet-a"] },
      "A managed directory stands in two zones, and gets 1 subnet. Give one in each of two zones.",
    ],
    [
      { directory: selfManaged, nameResolution: "resolver-endpoint", subnetIds: [] },
      "A Resolver endpoint stands in two zones, and gets no subnets. Give one in each of two zones.",
    ],
    [{ subnetIds: ["subnet-a", "subnet-a"] }, "The subnet subnet-a is given twice. Give one for each zone."],
    [
      { directory: { ...existing, directoryId: "d-012345678g" } },
      'directoryId "d-012345678g" is no directory. Write it as "d-" and ten hexadecimal digits.',
    ],
    [{ directory: { ...existing, dnsIpAddresses: [] } }, "dnsIpAddresses has 0 addresses. Give 1–3."],
    [
      { directory: { ...selfManaged, dnsIpAddresses: ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"] } },
      "dnsIpAddresses has 4 addresses. Give 1–3.",
    ],
    [
      { directory: { ...selfManaged, dnsIpAddresses: ["10.0.0.256"] } },
      'dnsIpAddresses has "10.0.0.256", no IPv4 address. Write it as "10.0.0.10".',
    ],
    [
      { directory: { ...selfManaged, dnsIpAddresses: ["10.0.0.1", "10.0.0.1"] } },
      "dnsIpAddresses has 10.0.0.1 twice. Give each address once.",
    ],
    [
      { directory: { ...selfManaged, joinSecretArn: "join" } },
      'joinSecretArn "join" is no ARN of a secret. Give it whole, with its last six characters.',
    ],
    [
      { directory: { ...selfManaged, organizationalUnit: "CN=Computers,DC=corp" } },
      'organizationalUnit "CN=Computers,DC=corp" is no organizational unit. Write it as "OU=FSx,DC=corp,DC=example,DC=com".',
    ],
  ])("refuses %j", (args, mistake) => {
    expect(mistakesOf(args)).toEqual([mistake]);
  });
});
