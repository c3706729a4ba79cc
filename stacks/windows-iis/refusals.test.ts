import { describe, expect, it } from "vitest";
import { directory, others, plain, plan, platform } from "./test-plan.ts";

describe("the IIS application's stack", () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      "nobody to mount the files",
      { ...plain, files: {} },
      "windows-iis:files.mountSecret: is missing. Name the account that mounts, or say why not in mountAsAdministrator: { reason: … }.",
    ],
    [
      "the administrator beside an account",
      {
        ...plain,
        files: { ...plain.files, mountSecret: { secretArn: "arn:aws:secretsmanager:us-east-1:1:secret:x-AbCdEf" } },
      },
      "windows-iis:files.mountAsAdministrator: has no use beside mountSecret. Remove one of them.",
    ],
    [
      "what is no secret",
      { ...plain, files: { mountSecret: { secretArn: "arn:aws:ssm:us-east-1:1:parameter/x" } } },
      'windows-iis:files.mountSecret.secretArn: "arn:aws:ssm:us-east-1:1:parameter/x" is no secret. Use the whole ARN of one in Secrets Manager.',
    ],
    [
      "the sample on another Windows Server",
      { ...plain, service: { operatingSystemFamily: "WINDOWS_SERVER_2019_CORE" } },
      "windows-iis:service.operatingSystemFamily: WINDOWS_SERVER_2019_CORE cannot run the public sample, which is built on 2022. Give imageDigest, or use WINDOWS_SERVER_2022_CORE.",
    ],
    [
      "what is no image of hosts",
      { ...plain, hosts: { amiId: "ami-new" } },
      'windows-iis:hosts.amiId: "ami-new" is no AMI. Write it as ami- and its hexadecimal digits.',
    ],
    [
      "a retention that CloudWatch does not have",
      { ...plain, logRetentionDays: "100" },
      "windows-iis:logRetentionDays: 100 days is no retention that CloudWatch Logs has. Use 90 or 120.",
    ],
  ])("refuses %s", async (_what, settings, message) => {
    await expect(plan(settings)).rejects.toThrow(message);
  });

  it("says what it needs where the platform has no directory", async () => {
    const { directory: _without, ...network } = platform;
    const stackOutputs = { ...others, "organization/platform/test": network };
    await expect(plan(plain, stackOutputs)).rejects.toThrow(
      "windows-iis test needs a directory, and platform test has none. Set platform:directory in stacks/platform/Pulumi.test.yaml, then run: pnpm stacks up test",
    );
  });

  it("says what it needs where the platform knows no administrator", async () => {
    const { administratorSecret: _without, ...existing } = directory;
    const stackOutputs = { ...others, "organization/platform/test": { ...platform, directory: existing } };
    await expect(plan(plain, stackOutputs)).rejects.toThrow(
      "Pulumi.test.yaml: windows-iis:files.mountAsAdministrator: the platform did not create its directory, and has no secret of its administrator. Name a service account in files.mountSecret.",
    );
  });
});
