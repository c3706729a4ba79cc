import { z } from "zod";
import { refused } from "./refused.ts";
import { relaxation } from "./relaxation.ts";

const scheduledTasks = z.strictObject({
  name: z.string().describe("Name of the point in time."),
  cron: z.string().describe("Six fields: minute, hour, day of month, month, day of week, year."),
  timeZone: z.string().default("UTC").describe("Time zone of the fields, by its IANA name."),
  minimumTasks: z.int().min(0).describe("Tasks that run at least from then on."),
  maximumTasks: z.int().min(0).describe("Tasks that run at most from then on."),
});

/** How the number of tasks of a service follows the load and the clock. */
export const autoscaling = z.strictObject({
  minimumTasks: z.int().min(0).describe("Tasks that always run."),
  maximumTasks: z.int().min(1).describe("Tasks that are never exceeded."),
  cpuPercent: z.number().min(10).max(90).optional().describe("Mean CPU use to hold."),
  requestsPerTaskPerMinute: z.number().positive().optional().describe("Requests to hold for each task."),
  schedule: z.array(scheduledTasks).default([]).describe("Other limits at fixed times."),
});

/** When files are swept away, and which. */
export const sweep = z
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

/** What every stack of a service behind a load balancer asks of its environment. */
export const serviceSettings = {
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
  alarmEmails: z
    .array(z.email(refused("is no address.")))
    .default([])
    .describe("Who hears of alarms; each must confirm once."),
  withoutAlarms: relaxation("Nobody is told of alarms; they show in the console alone."),
  logRetentionDays: z.int().positive().default(365).describe("How long logs are kept."),
};

interface Settings extends z.output<z.ZodObject<typeof serviceSettings>> {
  service: { desiredCount?: number | undefined; autoscaling?: object | undefined };
}

/** Reports the settings of a service that do not go together, by key. */
export function checkServiceSettings(settings: Settings, report: (key: string, problem: string) => void): void {
  const { service, domain, plainHttp, alarmEmails, withoutAlarms } = settings;
  if (domain === undefined && plainHttp === undefined) {
    report("domain", "is missing. Give a domain for HTTPS, or say why not in plainHttp: { reason: … }.");
  }
  if (domain !== undefined && plainHttp !== undefined) {
    report("plainHttp", "has no use beside domain, which brings HTTPS. Remove one of them.");
  }
  if (service.autoscaling !== undefined && service.desiredCount !== undefined) {
    report("service.desiredCount", `${service.desiredCount} counts for nothing beside autoscaling. Remove it.`);
  }
  if (alarmEmails.length > 0 && withoutAlarms !== undefined) {
    report("withoutAlarms", "has no use beside alarmEmails. Remove one of them.");
  }
  if (alarmEmails.length === 0 && withoutAlarms === undefined) {
    report("alarmEmails", "is missing. Name who hears of alarms, or say why nobody in withoutAlarms: { reason: … }.");
  }
}
