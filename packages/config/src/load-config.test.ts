import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { defineConfig } from "./index.ts";
import { aws, load, mistakes } from "./test-environment.ts";

const schema = defineConfig(
  "linux-web-api",
  {
    service: z
      .strictObject({
        cpu: z.number().int().default(256).describe("CPU units."),
        memoryMiB: z.number().int().default(512).describe("Memory."),
        log: z.strictObject({ retentionDays: z.int().default(30).describe("Days.") }).describe("Logs."),
      })
      .describe("The service."),
    domain: z.string().optional().describe("The domain."),
    execute: z.boolean().default(false).describe("ECS Exec."),
    zones: z.array(z.string()).default([]).describe("The zones."),
  },
  {
    check: ({ service, zones, region }, report) => {
      if (service.memoryMiB > service.cpu * 8)
        report("service.memoryMiB", `${service.memoryMiB} MiB does not fit ${service.cpu} CPU units. Use less.`);
      for (const [index, zone] of zones.entries())
        if (!zone.startsWith(region)) report(`zones[${index}]`, `"${zone}" is not in ${region}. Use its zones.`);
    },
  },
);

describe("loadConfig", () => {
  it("gives what the file says, decoded by the schema", async () => {
    const config = {
      ...aws,
      "linux-web-api:service": { cpu: 512, log: { retentionDays: 7 } },
      "linux-web-api:domain": "2048",
      "linux-web-api:execute": true,
      "linux-web-api:zones": ["us-east-1a"],
      "aws:defaultTags": { tags: { team: "files" } },
    };
    expect(await load(schema, { config })).toEqual({
      service: { cpu: 512, memoryMiB: 512, log: { retentionDays: 7 } },
      domain: "2048",
      execute: true,
      zones: ["us-east-1a"],
      region: "us-east-1",
      accountIds: ["123456789012"],
      environment: "prod",
    });
  });

  it("fills the defaults of sections that the file leaves out", async () => {
    expect(await load(schema, { config: aws, environment: "dev" })).toEqual({
      service: { cpu: 256, memoryMiB: 512, log: { retentionDays: 30 } },
      execute: false,
      zones: [],
      region: "us-east-1",
      accountIds: ["123456789012"],
      environment: "dev",
    });
  });

  it("reports all mistakes at once, AWS first and then in the order of the schema", async () => {
    const config = {
      "linux-web-api:colour": "blue",
      "linux-web-api:zones": "us-east-1a",
      "linux-web-api:execute": "maybe",
      "linux-web-api:service": { log: { retention: 7 }, cpu: "512" },
      "aws:allowedAccountIds": [],
    };
    expect(await mistakes(schema, { config })).toEqual([
      "Pulumi.prod.yaml: aws:region: is missing. Run: pulumi config set aws:region us-east-1 --stack prod",
      'Pulumi.prod.yaml: aws:allowedAccountIds: names no account. Write at least one: ["123456789012"].',
      'Pulumi.prod.yaml: linux-web-api:service.cpu: "512" is text, not a whole number. Write it without quotes.',
      "Pulumi.prod.yaml: linux-web-api:service.log.retention: is not a known key. Use retentionDays.",
      'Pulumi.prod.yaml: linux-web-api:execute: "maybe" is neither true nor false. Use one of them.',
      'Pulumi.prod.yaml: linux-web-api:zones: "us-east-1a" is not a list. Use a list.',
      "Pulumi.prod.yaml: linux-web-api:colour: is not a known key. Use service, domain, execute, zones.",
    ]);
  });

  it("reports what a check over several settings finds", async () => {
    const config = { ...aws, "linux-web-api:service": { memoryMiB: 8192 }, "linux-web-api:zones": ["eu-west-1a"] };
    expect(await mistakes(schema, { config })).toEqual([
      "Pulumi.prod.yaml: linux-web-api:service.memoryMiB: 8192 MiB does not fit 256 CPU units. Use less.",
      'Pulumi.prod.yaml: linux-web-api:zones[0]: "eu-west-1a" is not in us-east-1. Use its zones.',
    ]);
  });

  it("runs the check as far as the settings that it reads have no mistake", async () => {
    const config = {
      ...aws,
      "aws:region": "Virginia",
      "linux-web-api:service": { memoryMiB: 8192 },
      "linux-web-api:domian": "files.example.com",
      "linux-web-api:zones": ["eu-west-1a"],
    };
    expect(await mistakes(schema, { config })).toEqual([
      'Pulumi.prod.yaml: aws:region: "Virginia" is not an AWS Region. Use a name such as us-east-1.',
      'Pulumi.prod.yaml: linux-web-api:domian: is not a known key. Did you mean "domain"?',
    ]);
    expect(await mistakes(schema, { config: { ...config, ...aws } })).toEqual([
      "Pulumi.prod.yaml: linux-web-api:service.memoryMiB: 8192 MiB does not fit 256 CPU units. Use less.",
      'Pulumi.prod.yaml: linux-web-api:zones[0]: "eu-west-1a" is not in us-east-1. Use its zones.',
      'Pulumi.prod.yaml: linux-web-api:domian: is not a known key. Did you mean "domain"?',
    ]);
  });

  it("does not judge a section by the default of a key that is misspelt in it", async () => {
    const config = { ...aws, "linux-web-api:service": { memoryMiB: 4096, cpus: 512 } };
    expect(await mistakes(schema, { config })).toEqual([
      'Pulumi.prod.yaml: linux-web-api:service.cpus: is not a known key. Did you mean "cpu"?',
    ]);
  });

  it("does not judge by the absence of a setting whose key is misspelt", async () => {
    const app = defineConfig(
      "app",
      { domain: z.string().optional() },
      { check: ({ domain }, report) => domain ?? report("domain", "is needed for TLS. Set it.") },
    );
    expect(await mistakes(app, { config: aws })).toEqual(["Pulumi.prod.yaml: app:domain: is needed for TLS. Set it."]);
    expect(await mistakes(app, { config: { ...aws, "app:domian": "files.example.com" } })).toEqual([
      'Pulumi.prod.yaml: app:domian: is not a known key. Did you mean "domain"?',
    ]);
  });

  it("reports settings under a misspelt project name", async () => {
    expect(await mistakes(schema, { config: { ...aws, "linux-webapi:domain": "files.example.com" } })).toEqual([
      "Pulumi.prod.yaml: linux-webapi:domain: is not read by linux-web-api. Write linux-web-api:domain.",
    ]);
  });

  it("lets an error in the check itself through", async () => {
    const broken = defineConfig("broken", {}, { check: () => JSON.parse("{") });
    await expect(load(broken, { config: aws })).rejects.toThrow(SyntaxError);
  });

  it("refuses to read the settings of another project", async () => {
    expect(await mistakes(schema, { config: aws, project: "files" })).toEqual([
      'Project "files": config.ts declares the settings of "linux-web-api". Use the name of Pulumi.yaml in defineConfig.',
    ]);
  });
});

describe("an environment without a file", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is unknown, and the known ones are named", async () => {
    const folder = mkdtempSync(join(tmpdir(), "environments-"));
    for (const name of ["Pulumi.dev.yaml", "Pulumi.prod.yaml", "Pulumi.yaml"]) writeFileSync(join(folder, name), "");
    vi.spyOn(process, "cwd").mockReturnValue(folder);
    const config = { "aws:defaultTags": {} };
    expect(await mistakes(schema, { config, environment: "prd" })).toEqual([
      'Pulumi.prd.yaml: there is no environment "prd". Use dev, prod, or write that file.',
    ]);
    const defaults = { "linux-web-api:domain": "files.example.com" };
    expect(await mistakes(schema, { config: defaults, environment: "prd" })).toEqual([
      'Pulumi.prd.yaml: there is no environment "prd". Use dev, prod, or write that file.',
    ]);
    expect(await mistakes(schema, { config: defaults, environment: "dev" })).toHaveLength(2);
    rmSync(folder, { recursive: true });
    expect(await mistakes(schema, { config, environment: "prd" })).toEqual([
      'Pulumi.prd.yaml: there is no environment "prd". Write that file.',
    ]);
  });
});
