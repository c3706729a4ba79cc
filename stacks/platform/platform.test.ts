import { ofType, only, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { platform } from "./contract.ts";
import program from "./index.ts";

const account = { "aws:region": "us-east-1", "aws:allowedAccountIds": '["123456789012"]' };
const network = { availabilityZones: ["us-east-1a", "us-east-1b"], cidrBlock: "10.0.0.0/16" };
const plan = (settings: Record<string, unknown>) =>
  record(program, {
    project: "platform",
    environment: "test",
    config: {
      ...account,
      ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [`platform:${key}`, JSON.stringify(value)])),
    },
  });

describe("the platform stack", () => {
  it("gives its network to the services, and is protected", async () => {
    const planned = await plan({ network });
    expect(planned.outputs.availabilityZones).toEqual(network.availabilityZones);
    expect(planned.outputs.privateSubnetIds).toHaveLength(2);
    expect(only(planned, "aws:ec2/vpc:Vpc").options.protect).toBe(true);
  });

  it("has a gateway in each zone unless told otherwise", async () => {
    expect(ofType(await plan({ network }), "aws:ec2/natGateway:NatGateway")).toHaveLength(2);
  });

  it("protects nothing in a disposable environment", async () => {
    const planned = await plan({ network, disposable: { reason: "a test" } });
    expect(planned.resources.some(({ options }) => options.protect)).toBe(false);
  });

  it("has no directory unless told to", async () => {
    const planned = await plan({ network });
    expect(ofType(planned, "acme:fsx-windows:ActiveDirectory")).toEqual([]);
    expect(planned.outputs.directory).toBeUndefined();
  });

  it("gives the directory that it creates, and the secret of its administrator without the password", async () => {
    const directory = { kind: "managed", edition: "Standard", domainName: "corp.internal", nameResolution: "hosts" };
    const { resources, outputs } = await plan({ network, directory });
    const chain = "acme:fsx-windows:ActiveDirectory$aws:";
    const created = `${chain}directoryservice/directory:Directory::directory`;
    expect(outputs.directory).toEqual({
      directoryId: `\${${created}.id}`,
      domainName: "corp.internal",
      dnsIpAddresses: [`\${${created}.dnsIpAddresses[0]}`, `\${${created}.dnsIpAddresses[1]}`],
      dnsServers: [`\${${created}.dnsIpAddresses[0]}`, `\${${created}.dnsIpAddresses[1]}`],
      clientSecurityGroupId: `\${${chain}ec2/securityGroup:SecurityGroup::directory-clients.id}`,
      administratorSecret: {
        secretArn: `\${${chain}secretsmanager/secretVersion:SecretVersion::directory-administrator.arn}`,
        kmsKeyArn: "${acme:kms:EncryptionKey$aws:kms/key:Key::secrets.arn}",
      },
    });
    expect(resources.find(({ urn }) => urn === created)?.options.protect).toBe(true);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      "an edition that AWS does not have",
      { kind: "managed", edition: "Basic", domainName: "corp.internal", nameResolution: "hosts" },
      'platform:directory.edition: "Basic"',
    ],
    [
      "no choice of how the domain is found",
      { kind: "managed", edition: "Standard", domainName: "corp.internal" },
      "platform:directory.nameResolution: is missing.",
    ],
    ["a kind that there is not", { kind: "simple", domainName: "corp.internal" }, "platform:directory.kind:"],
    [
      "an id that is none",
      {
        kind: "existing-managed",
        directoryId: "d-1",
        domainName: "corp.internal",
        dnsIpAddresses: ["10.0.0.1"],
        nameResolution: "existing",
      },
      'platform:directory.directoryId: "d-1" is no directory. Write it as d- and ten hexadecimal digits.',
    ],
  ])("refuses %s", async (_what, directory, message) => {
    await expect(plan({ network, directory })).rejects.toThrow(message);
  });

  it("names every mistake of its environment file", async () => {
    const failure = plan({ network: { ...network, availabilityZones: ["us-west-2a"], cidrBlock: "10.0.0.0/28" } });
    await expect(failure).rejects.toThrow("us-west-2a is no zone of us-east-1. Use zones of it.");
    await expect(failure).rejects.toThrow("1 Availability Zones are given.");
    await expect(failure).rejects.toThrow("10.0.0.0/28 is no block that fits a VPC here.");
  });
});

describe("the contract of the platform", () => {
  const read = (outputs: Record<string, unknown>) =>
    record(async () => ({ ...(await platform()) }), {
      project: "user",
      environment: "test",
      stackOutputs: () => outputs,
    });

  it("gives one subnet of each kind for each zone", async () => {
    const { outputs } = await read({
      availabilityZones: ["a", "b"],
      vpcId: "vpc-1",
      publicSubnetIds: ["p1", "p2"],
      privateSubnetIds: ["q1", "q2"],
    });
    expect(outputs).toEqual({
      availabilityZones: ["a", "b"],
      vpcId: "vpc-1",
      publicSubnetIds: ["p1", "p2"],
      privateSubnetIds: ["q1", "q2"],
    });
  });

  it("gives the directory with each value of its own, and none where the platform has none", async () => {
    const network = { availabilityZones: [], vpcId: "vpc-1", publicSubnetIds: [], privateSubnetIds: [] };
    const directory = { directoryId: "d-0123456789", dnsIpAddresses: ["10.0.0.1", "10.0.0.2"] };
    expect((await read({ ...network, directory })).outputs.directory).toEqual(directory);
    expect((await read(network)).outputs.directory).toBeUndefined();
  });

  it("says how to bring the platform up where it is not", async () => {
    await expect(read({})).rejects.toThrow("platform test is not up yet. Run: pnpm stacks up test");
  });
});
