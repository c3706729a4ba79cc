import { type ConfigOf, defineConfig, loadConfig, refused, relaxation } from "@acme/config";
import { judgeFargateTaskSize, judgeLogRetention, refusalText } from "@acme/rules";
import { z } from "zod";

const strategy = z.strictObject({
  capacityProvider: z.enum(["FARGATE", "FARGATE_SPOT"]).describe("Spot costs about 70 % less and may end a task."),
  weight: z.int().min(0).max(1000).default(1).describe("Share of the tasks beyond every base."),
  base: z.int().min(0).default(0).describe("Tasks that run here first; for one provider only."),
});

const scheduledTasks = z.strictObject({
  name: z.string().describe("Name of the point in time."),
  cron: z.string().describe("Six fields: minute, hour, day of month, month, day of week, year."),
  timeZone: z.string().default("UTC").describe("Time zone of the fields, by its IANA name."),
  minimumTasks: z.int().min(0).describe("Tasks that run at least from then on."),
  maximumTasks: z.int().min(0).describe("Tasks that run at most from then on."),
});

const autoscaling = z.strictObject({
  minimumTasks: z.int().min(0).describe("Tasks that always run."),
  maximumTasks: z.int().min(1).describe("Tasks that are never exceeded."),
  cpuPercent: z.number().min(10).max(90).optional().describe("Mean CPU use to hold."),
  requestsPerTaskPerMinute: z.number().positive().optional().describe("Requests to hold for each task."),
  schedule: z.array(scheduledTasks).default([]).describe("Other limits at fixed times."),
});

const service = z
  .strictObject({
    cpu: z.int().default(256).describe("CPU units of a task; 1024 are one vCPU."),
    memoryMiB: z.int().default(512).describe("Memory of a task."),
    cpuArchitecture: z.enum(["X86_64", "ARM64"]).default("X86_64").describe("The one that the image is built for."),
    desiredCount: z.int().min(0).optional().describe("Tasks to run without autoscaling; two if left out."),
    capacityProviderStrategies: z.array(strategy).optional().describe("Where tasks run; on FARGATE if left out."),
    autoscaling: autoscaling.optional().describe("Lets the number of tasks follow load and clock."),
    executeCommand: relaxation("Lets people open a shell in tasks (ECS Exec), which then can write to their root."),
  })
  .describe("The web API's tasks.");

const files = z
  .strictObject({
    throughputMode: z.enum(["elastic", "provisioned", "bursting"]).default("elastic").describe("How EFS is paid."),
    provisionedThroughputMiBps: z.number().optional().describe("Throughput in MiB/s, for provisioned only."),
    withoutBackup: relaxation("No daily copy of the files."),
  })
  .describe("The files that the tasks share.");

const sweep = z
  .strictObject({
    cron: z.string().default("0 3 * * ? *").describe("When: minute, hour, day of month, month, day of week, year."),
    timeZone: z.string().default("UTC").describe("Time zone of the fields, by its IANA name."),
    olderThan: z
      .string()
      .regex(/^\d+[dh]$/, refused("is no age. Write it as 30d or 12h."))
      .default("30d")
      .describe("Files that were not changed for so long are deleted."),
  })
  .describe("The nightly clean-up.");

export const schema = defineConfig(
  "linux-web-api",
  {
    imageDigest: z
      .string()
      .regex(
        /^sha256:[0-9a-f]{64}$/,
        refused("is no digest. Use sha256: and 64 hexadecimal digits, as the push printed it."),
      )
      .optional()
      .describe("The image to run, from the registry stack. Microsoft's public sample runs without one."),
    domain: z
      .strictObject({
        name: z.string().describe("Full name to serve under."),
        zoneId: z.string().describe("Id of the Route 53 hosted zone that holds it."),
      })
      .optional()
      .describe("Name to serve under, which brings HTTPS."),
    plainHttp: relaxation("Serves without TLS: whoever is on the way can read and change what is sent."),
    service,
    files,
    sweep,
    alarmEmails: z
      .array(z.email(refused("is no address.")))
      .default([])
      .describe("Who hears of alarms; each must confirm once."),
    withoutAlarms: relaxation("Nobody is told of alarms; they show in the console alone."),
    logRetentionDays: z.int().positive().default(365).describe("How long logs are kept."),
    disposable: relaxation("Lets destroy remove everything, the files and their key too."),
  },
  {
    check: ({ service, domain, plainHttp, alarmEmails, withoutAlarms, logRetentionDays }, report) => {
      const retention = judgeLogRetention(logRetentionDays);
      if (retention !== undefined) report("logRetentionDays", refusalText(retention));
      const size = judgeFargateTaskSize(service, "LINUX");
      if (size !== undefined) report("service.memoryMiB", refusalText(size));
      if (domain === undefined && plainHttp === undefined) {
        report("domain", "is missing. Give a domain for HTTPS, or say why not in plainHttp: { reason: … }.");
      }
      if (service.autoscaling !== undefined && service.desiredCount !== undefined) {
        report("service.desiredCount", `${service.desiredCount} counts for nothing beside autoscaling. Remove it.`);
      }
      if (alarmEmails.length === 0 && withoutAlarms === undefined) {
        report(
          "alarmEmails",
          "is missing. Name who hears of alarms, or say why nobody in withoutAlarms: { reason: … }.",
        );
      }
      if (domain !== undefined && plainHttp !== undefined) {
        report("plainHttp", "has no use beside domain, which brings HTTPS. Remove one of them.");
      }
    },
  },
);

export type Config = ConfigOf<typeof schema>;

/** The settings of this environment. */
export const config = () => loadConfig(schema);
