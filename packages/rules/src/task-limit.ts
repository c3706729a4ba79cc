import { api, guide, page } from "./evidence.ts";
import type { LimitRow } from "./limit.ts";

const healthCheck = (member: string) => api(`ecs HealthCheck.${member}`);
const seconds = { unit: "s" };

/** Bounds of task definitions and of single tasks. */
export const taskLimits = {
  "containers-per-task-definition": {
    what: "containers per task definition",
    unit: "",
    minimum: 1,
    maximum: 10,
    ...guide("service-quotas"),
  },
  "ephemeral-storage": {
    what: "ephemeral storage",
    unit: "GiB",
    minimum: 21,
    maximum: 200,
    default: 20,
    ...api("ecs EphemeralStorage"),
  },
  "ebs-volumes-per-task": {
    what: "EBS volumes per task",
    unit: "",
    maximum: 1,
    ...api("ecs Volume.configuredAtLaunch"),
  },
  "fsx-windows-volumes-per-instance": {
    what: "FSx for Windows volumes of all tasks on an instance",
    unit: "",
    maximum: 23,
    ...guide("wfsx-volumes"),
  },
  "health-check-interval": {
    what: "health check interval",
    minimum: 5,
    maximum: 300,
    default: 30,
    ...seconds,
    ...healthCheck("interval"),
  },
  "health-check-timeout": {
    what: "health check timeout",
    minimum: 2,
    maximum: 60,
    default: 5,
    ...seconds,
    ...healthCheck("timeout"),
  },
  "health-check-retries": {
    what: "health check retries",
    unit: "",
    minimum: 1,
    maximum: 10,
    default: 3,
    ...healthCheck("retries"),
  },
  "health-check-start-period": {
    what: "health check start period",
    minimum: 0,
    maximum: 300,
    default: 0,
    ...seconds,
    ...healthCheck("startPeriod"),
  },
  "stop-timeout-fargate": {
    what: "stop timeout on Fargate",
    minimum: 0,
    maximum: 120,
    default: 30,
    ...seconds,
    ...page(
      "https://docs.aws.amazon.com/sdk-for-kotlin/api/latest/ecs/aws.sdk.kotlin.services.ecs.model/-container-definition/stop-timeout.html",
    ),
  },
  "stop-timeout-managed-instances": {
    what: "stop timeout on Managed Instances",
    minimum: 0,
    maximum: 86400,
    default: 30,
    ...seconds,
    ...guide("task_definition_parameters-managed-instances"),
  },
  "open-files-fargate": {
    what: "open files (ulimit nofile) on Fargate",
    unit: "",
    maximum: 1048576,
    default: 65535,
    ...guide("fargate-tasks-services"),
  },
  tags: { what: "tags", unit: "", maximum: 50, ...api("ecs Tag") },
  "ecs-name-length": {
    what: "length of a family, service, container or volume name",
    unit: "characters",
    minimum: 1,
    maximum: 255,
    ...api("ecs RegisterTaskDefinitionRequest.family"),
  },
} satisfies Record<string, LimitRow>;
