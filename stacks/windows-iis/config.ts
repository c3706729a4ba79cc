import {
  autoscaling,
  type ConfigOf,
  checkServiceSettings,
  defineConfig,
  loadConfig,
  refused,
  relaxation,
  serviceSettings,
  sweep,
} from "@acme/config";
import { judgeLogRetention, refusalText } from "@acme/rules";
import { z } from "zod";

const hosts = z
  .strictObject({
    instanceTypes: z.array(z.string()).default(["m6i.xlarge"]).describe("What hosts may be, the preferred type first."),
    minimumHosts: z.int().min(0).default(2).describe("Hosts that always run, empty or not."),
    maximumHosts: z.int().min(1).default(4).describe("Hosts that are never exceeded; deployments need room in them."),
    amiId: z
      .string()
      .regex(/^ami-[0-9a-f]{8,17}$/, refused("is no AMI. Write it as ami- and its hexadecimal digits."))
      .optional()
      .describe("Image of the hosts. AWS's newest one for ECS at each up, if left out."),
  })
  .describe("The Windows servers that tasks are placed on.");

const deployment = z.strictObject({
  minimumHealthyPercent: z
    .int()
    .min(0)
    .max(100)
    .default(100)
    .describe("Share of the tasks that stays up meanwhile; below 100 where hosts have no room for more."),
  maximumPercent: z.int().min(100).default(200).describe("Share of the tasks that may run meanwhile."),
});

const service = z
  .strictObject({
    cpu: z
      .int()
      .positive()
      .default(1024)
      .describe("CPU units of a task, which Windows holds it to; 1024 are one vCPU."),
    memoryMiB: z.int().positive().default(2048).describe("Memory of a task."),
    operatingSystemFamily: z
      .enum(["WINDOWS_SERVER_2019_CORE", "WINDOWS_SERVER_2022_CORE", "WINDOWS_SERVER_2025_CORE"])
      .default("WINDOWS_SERVER_2022_CORE")
      .describe("Windows Server of the hosts: the one that the image is built on."),
    desiredCount: z.int().min(0).optional().describe("Tasks to run without autoscaling; two if left out."),
    deployment: deployment.describe("How a new version replaces the old one."),
    autoscaling: autoscaling.optional().describe("Lets the number of tasks follow load and clock."),
    executeCommand: relaxation("Lets people open a shell in tasks (ECS Exec)."),
  })
  .describe("The tasks of the IIS application.");

const files = z
  .strictObject({
    deploymentType: z
      .enum(["SINGLE_AZ_2", "MULTI_AZ_1"])
      .default("MULTI_AZ_1")
      .describe("One zone, or a standby in a second one. A change replaces the file system."),
    storageType: z.enum(["SSD", "HDD"]).default("SSD").describe("Kind of disk; HDD begins at 2000 GiB."),
    storageCapacityGiB: z.int().default(32).describe("Size. It can grow later, never shrink."),
    throughputCapacityMBps: z.int().default(32).describe("Throughput, the greater part of the price."),
    mountSecret: z
      .strictObject({
        secretArn: z
          .string()
          .regex(
            /^arn:aws[\w-]*:secretsmanager:/,
            refused("is no secret. Use the whole ARN of one in Secrets Manager."),
          )
          .describe('The secret: { "username": …, "password": … }.'),
        kmsKeyArn: z.string().optional().describe("Customer key of the secret; AWS's own, if left out."),
      })
      .optional()
      .describe("The account of the directory that mounts."),
    mountAsAdministrator: relaxation(
      "Tasks mount as the directory's administrator, for want of an account of their own.",
    ),
    withoutBackup: relaxation("No daily backup of the files, and none when they are destroyed."),
  })
  .describe("The files that the tasks share.");

export const schema = defineConfig(
  "windows-iis",
  {
    ...serviceSettings,
    service,
    hosts,
    files,
    sweep,
    disposable: relaxation("Lets destroy remove everything, the files and their key too."),
  },
  {
    check: (settings, report) => {
      const { operatingSystemFamily } = settings.service;
      if (settings.imageDigest === undefined && operatingSystemFamily !== "WINDOWS_SERVER_2022_CORE") {
        report(
          "service.operatingSystemFamily",
          `${operatingSystemFamily} cannot run the public sample, which is built on 2022. Give imageDigest, or use WINDOWS_SERVER_2022_CORE.`,
        );
      }
      const { mountSecret, mountAsAdministrator } = settings.files;
      if (mountSecret === undefined && mountAsAdministrator === undefined) {
        report(
          "files.mountSecret",
          "is missing. Name the account that mounts, or say why not in mountAsAdministrator: { reason: … }.",
        );
      }
      if (mountSecret !== undefined && mountAsAdministrator !== undefined) {
        report("files.mountAsAdministrator", "has no use beside mountSecret. Remove one of them.");
      }
      const retention = judgeLogRetention(settings.logRetentionDays);
      if (retention !== undefined) report("logRetentionDays", refusalText(retention));
      checkServiceSettings(settings, report);
    },
  },
);

export type Config = ConfigOf<typeof schema>;

/** The settings of this environment. */
export const config = () => loadConfig(schema);
