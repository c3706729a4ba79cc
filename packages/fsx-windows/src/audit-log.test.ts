import { only, record } from "@acme/plan";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { type AuditLogArgs, auditLogConfiguration, auditLogMistakes, createAuditLogGroup } from "./audit-log.ts";

class Owner extends pulumi.ComponentResource {
  readonly configuration: ReturnType<typeof auditLogConfiguration>;

  constructor(args?: AuditLogArgs) {
    super("acme:test:Owner", "files", {});
    this.configuration = auditLogConfiguration(args, createAuditLogGroup(this, "files", args));
    this.registerOutputs({});
  }
}

const plan = (args?: AuditLogArgs) =>
  record(() => ({ configuration: new Owner(args).configuration }), { project: "shop", environment: "dev" });
const auditLogDestination = "${acme:test:Owner$aws:cloudwatch/logGroup:LogGroup::files-audit.arn}";

describe("createAuditLogGroup", () => {
  it("has a name that FSx writes to, and keeps a year", async () => {
    expect(only(await plan(), "aws:cloudwatch/logGroup:LogGroup").inputs).toEqual({
      name: "/aws/fsx/shop-dev-files",
      retentionInDays: 365,
    });
  });

  it("takes a retention and a key", async () => {
    const recorded = await plan({ retentionDays: 30, kmsKeyArn: "arn:key" });
    expect(only(recorded, "aws:cloudwatch/logGroup:LogGroup").inputs).toMatchObject({
      retentionInDays: 30,
      kmsKeyId: "arn:key",
    });
  });
});

describe("auditLogConfiguration", () => {
  it.each<[AuditLogArgs | undefined, string, string]>([
    [undefined, "SUCCESS_AND_FAILURE", "FAILURE_ONLY"],
    [{ fileAccess: "FAILURE_ONLY" }, "FAILURE_ONLY", "FAILURE_ONLY"],
    [{ shareAccess: "SUCCESS_ONLY" }, "SUCCESS_AND_FAILURE", "SUCCESS_ONLY"],
  ])("of %j logs %s on files and %s on shares", async (args, fileAccess, shareAccess) => {
    expect((await plan(args)).outputs.configuration).toEqual({
      fileAccessAuditLogLevel: fileAccess,
      fileShareAccessAuditLogLevel: shareAccess,
      auditLogDestination,
    });
  });
});

describe("auditLogMistakes", () => {
  it("passes levels that FSx has", () => {
    expect(auditLogMistakes({ fileAccess: "SUCCESS_ONLY", shareAccess: "SUCCESS_AND_FAILURE" })).toEqual([]);
  });

  it("refuses to log nothing", () => {
    const disabled = "DISABLED" as "FAILURE_ONLY";
    expect(auditLogMistakes({ fileAccess: disabled, shareAccess: disabled })).toEqual([
      'auditLog.fileAccess "DISABLED" is not known. Use SUCCESS_ONLY, FAILURE_ONLY, SUCCESS_AND_FAILURE.',
      'auditLog.shareAccess "DISABLED" is not known. Use SUCCESS_ONLY, FAILURE_ONLY, SUCCESS_AND_FAILURE.',
    ]);
  });
});
