import { ofType, only, type Plan, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import program from "./index.ts";

const ids = (prefix: string) => [`${prefix}-1`, `${prefix}-2`];
const others: Record<string, Record<string, unknown>> = {
  "organization/platform/test": {
    availabilityZones: ["us-east-1a", "us-east-1b"],
    vpcId: "vpc-1",
    publicSubnetIds: ids("public"),
    privateSubnetIds: ids("private"),
  },
  "organization/registry/shared": {
    webApi: { repositoryUrl: "1.dkr.ecr/acme/web-api", repositoryArn: "arn:repository" },
  },
};
const quiet = { withoutAlarms: { reason: "a test" } };
const plain = { plainHttp: { reason: "a test" }, ...quiet };
const digest = `sha256:${"a".repeat(64)}`;

const plan = (settings: Record<string, unknown>) =>
  record(program, {
    project: "linux-web-api",
    environment: "test",
    stackOutputs: (name) => others[name] ?? {},
    config: {
      "aws:region": "us-east-1",
      "aws:allowedAccountIds": '["123456789012"]',
      ...Object.fromEntries(
        Object.entries(settings).map(([key, value]) => [
          `linux-web-api:${key}`,
          typeof value === "string" ? value : JSON.stringify(value),
        ]),
      ),
    },
  });
const container = (planned: Plan) =>
  JSON.parse(String(only(planned, "aws:ecs/taskDefinition:TaskDefinition").inputs.containerDefinitions))[0];

describe("the web API's stack", () => {
  it("runs the public sample without an image, and no clean-up", async () => {
    const planned = await plan(plain);
    expect(container(planned).image).toBe("mcr.microsoft.com/dotnet/samples:aspnetapp");
    expect(ofType(planned, "acme:scheduled-task:ScheduledTask")).toEqual([]);
  });

  it("runs the image by its digest and sweeps with the same one", async () => {
    const planned = await plan({ ...plain, imageDigest: digest, sweep: { olderThan: "7d", cron: "30 2 * * ? *" } });
    expect(container(planned).image).toBe(`1.dkr.ecr/acme/web-api@${digest}`);
    const schedule = only(planned, "aws:scheduler/schedule:Schedule").inputs;
    expect(schedule.scheduleExpression).toBe("cron(30 2 * * ? *)");
    expect(JSON.parse(String((schedule.target as { input: string }).input))).toEqual({
      containerOverrides: [{ name: "web", command: ["sweep", "--older-than", "7d"] }],
    });
  });

  it("mounts the files where it tells the application", async () => {
    const { environment, mountPoints } = container(await plan(plain));
    expect(environment).toContainEqual({ name: "Files__Directory", value: "/data" });
    expect(mountPoints).toContainEqual({ sourceVolume: "files", containerPath: "/data", readOnly: false });
  });

  it("opens a shell only where a reason is given, and then into a writable root", async () => {
    expect(only(await plan(plain), "aws:ecs/service:Service").inputs.enableExecuteCommand).toBe(false);
    const planned = await plan({ ...plain, service: { executeCommand: { reason: "support" } } });
    expect(only(planned, "aws:ecs/service:Service").inputs.enableExecuteCommand).toBe(true);
    expect(container(planned).readonlyRootFilesystem).toBe(false);
  });

  it("pays for the throughput that the file names", async () => {
    const files = { throughputMode: "provisioned", provisionedThroughputMiBps: 10 };
    const planned = await plan({ ...plain, files });
    expect(only(planned, "aws:efs/fileSystem:FileSystem").inputs).toMatchObject({
      throughputMode: "provisioned",
      provisionedThroughputInMibps: 10,
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      "neither domain nor reason",
      quiet,
      "linux-web-api:domain: is missing. Give a domain for HTTPS, or say why not in plainHttp: { reason: … }.",
    ],
    [
      "a domain beside plain HTTP",
      { ...plain, domain: { name: "files.example.com", zoneId: "Z1" } },
      "linux-web-api:plainHttp: has no use beside domain, which brings HTTPS. Remove one of them.",
    ],
    [
      "a retention that CloudWatch does not have",
      { ...plain, logRetentionDays: "100" },
      "linux-web-api:logRetentionDays: 100 days is no retention that CloudWatch Logs has. Use 90 or 120.",
    ],
    [
      "alarms that nobody hears",
      { plainHttp: { reason: "a test" } },
      "linux-web-api:alarmEmails: is missing. Name who hears of alarms, or say why nobody in withoutAlarms: { reason: … }.",
    ],
    [
      "a number of tasks beside autoscaling",
      { ...plain, service: { desiredCount: 3, autoscaling: { minimumTasks: 2, maximumTasks: 4 } } },
      "linux-web-api:service.desiredCount: 3 counts for nothing beside autoscaling. Remove it.",
    ],
    [
      "an impossible size",
      { ...plain, service: { cpu: 512, memoryMiB: 8192 } },
      "linux-web-api:service.memoryMiB: 8192 MiB does not fit 512 CPU units. Use 1024–4096, or cpu 1024, 2048 or 4096.",
    ],
    [
      "an age that is none",
      { ...plain, sweep: { olderThan: "a month" } },
      'linux-web-api:sweep.olderThan: "a month" is no age. Write it as 30d or 12h.',
    ],
  ])("refuses %s", async (_what, settings, message) => {
    await expect(plan(settings)).rejects.toThrow(message);
  });
});
