import {
  autoscaling,
  type ConfigOf,
  checkServiceSettings,
  defineConfig,
  loadConfig,
  relaxation,
  serviceSettings,
  sweep,
} from "@acme/config";
import { judgeFargateTaskSize, judgeLogRetention, refusalText } from "@acme/rules";
import { z } from "zod";

const strategy = z.strictObject({
  capacityProvider: z.enum(["FARGATE", "FARGATE_SPOT"]).describe("Spot costs about 70 % less and may end a task."),
  weight: z.int().min(0).max(1000).default(1).describe("Share of the tasks beyond every base."),
  base: z.int().min(0).default(0).describe("Tasks that run here first; for one provider only."),
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

export const schema = defineConfig(
  "linux-web-api",
  {
    ...serviceSettings,
    service,
    files,
    sweep,
    disposable: relaxation("Lets destroy remove everything, the files and their key too."),
  },
  {
    check: (settings, report) => {
      const retention = judgeLogRetention(settings.logRetentionDays);
      if (retention !== undefined) report("logRetentionDays", refusalText(retention));
      const size = judgeFargateTaskSize(settings.service, "LINUX");
      if (size !== undefined) report("service.memoryMiB", refusalText(size));
      checkServiceSettings(settings, report);
    },
  },
);

export type Config = ConfigOf<typeof schema>;

/** The settings of this environment. */
export const config = () => loadConfig(schema);
