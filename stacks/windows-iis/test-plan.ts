import { record } from "@acme/plan";
import program from "./index.ts";

const ids = (prefix: string) => [`${prefix}-1`, `${prefix}-2`];
export const directory = {
  directoryId: "d-0123456789",
  domainName: "corp.internal",
  dnsIpAddresses: ["10.0.0.10", "10.0.1.10"],
  clientSecurityGroupId: "sg-directory",
  administratorSecret: { secretArn: "arn:administrator", kmsKeyArn: "arn:key" },
};
export const platform = {
  availabilityZones: ["us-east-1a", "us-east-1b"],
  vpcId: "vpc-1",
  publicSubnetIds: ids("public"),
  privateSubnetIds: ids("private"),
  directory,
};
export const others: Record<string, Record<string, unknown>> = {
  "organization/platform/test": platform,
  "organization/registry/shared": {
    iisApp: { repositoryUrl: "1.dkr.ecr/acme/iis-app", repositoryArn: "arn:repository" },
  },
};
export const plain = {
  plainHttp: { reason: "a test" },
  withoutAlarms: { reason: "a test" },
  files: { mountAsAdministrator: { reason: "a test" } },
};
export const digest = `sha256:${"a".repeat(64)}`;

export const plan = (settings: Record<string, unknown>, stackOutputs = others) =>
  record(program, {
    project: "windows-iis",
    environment: "test",
    stackOutputs: (name) => stackOutputs[name] ?? {},
    config: {
      "aws:region": "us-east-1",
      "aws:allowedAccountIds": '["123456789012"]',
      ...Object.fromEntries(
        Object.entries(settings).map(([key, value]) => [
          `windows-iis:${key}`,
          typeof value === "string" ? value : JSON.stringify(value),
        ]),
      ),
    },
  });
