import type { Settings } from "./environment-settings.ts";

/** A call that AWS refuses, and what a person sees of that. */
export interface RefusedCall {
  /** As the emulator names it. */
  service: string;
  action: string;
  /** AWS's error code. */
  code: string;
  /** `<type> (<name>)` of what fails. Of equals at least one does: the first failure keeps Pulumi from beginning more. */
  resource: RegExp;
  /** The whole message. */
  message: RegExp;
}

/** A refused call that changes what is there. */
export interface RefusedChange {
  /** What leads to it. */
  settings: Settings;
  refused: RefusedCall;
  /** What is updated once the call is accepted, by the tails of the URNs. */
  updated: string[];
}

function denied(call: string, resource: RegExp, what: RegExp, code = "AccessDeniedException"): RefusedCall {
  const [service = "", action = ""] = call.split(" ");
  const message = `^${what.source}: operation error [^:]+: ${action}, .*${code}: refused by request$`;
  return { service, action, code, resource, message: new RegExp(message) };
}

/** Calls that create, in the order in which each stack comes to them. */
export const CREATIONS: Record<string, RefusedCall[]> = {
  registry: [
    denied(
      "ecr CreateRepository",
      /^aws:ecr:Repository \((iis-app|web-api)\)$/,
      /creating ECR Repository \(acme\/(iis-app|web-api)\)/,
    ),
  ],
  platform: [
    denied(
      "iam CreateRole",
      /^aws:iam:Role \(net-flow\)$/,
      /creating IAM Role \(net-flow-[0-9a-f]{7}\)/,
      "AccessDenied",
    ),
    denied(
      "ds CreateMicrosoftAD",
      /^aws:directoryservice:Directory \(directory\)$/,
      /creating Directory Service Microsoft AD Directory \(dev\.corp\.internal\)/,
    ),
  ],
  "linux-web-api": [
    denied("kms CreateKey", /^aws:kms:Key \(data\)$/, /creating KMS Key/),
    denied(
      "efs CreateMountTarget",
      /^aws:efs:MountTarget \(files-[12]\)$/,
      /creating EFS Mount Target \(fs-[0-9a-f]+\)/,
    ),
    denied("ecs CreateService", /^aws:ecs:Service \(api\)$/, /creating ECS Service \(api-[0-9a-f]{7}\)/),
  ],
};

const SERVICE = "acme:service:LoadBalancedService$aws:ecs/service:Service::api";
const ALARM = "acme:service:LoadBalancedService$aws:cloudwatch/metricAlarm:MetricAlarm::api-too-few-targets";

export const CHANGES: RefusedChange[] = [
  {
    settings: { "linux-web-api:service.desiredCount": 2 },
    refused: denied(
      "ecs UpdateService",
      /^aws:ecs:Service \(api\)$/,
      /updating ECS Service \(arn:aws:ecs:[^)]*\/api-[0-9a-f]{7}\)/,
    ),
    updated: [SERVICE, ALARM],
  },
  {
    settings: { "linux-web-api:sweep.cron": "30 2 * * ? *" },
    refused: denied(
      "scheduler UpdateSchedule",
      /^aws:scheduler:Schedule \(sweep\)$/,
      /updating AWS EventBridge Scheduler Schedule \(sweep-[0-9a-f]{7}\/sweep-[0-9a-f]{7}\)/,
    ),
    updated: ["acme:scheduled-task:ScheduledTask$aws:scheduler/schedule:Schedule::sweep"],
  },
];

/** Calls that delete, in the order in which the API's stack comes to them. */
export const DELETIONS: RefusedCall[] = [
  denied(
    "elbv2 DeleteLoadBalancer",
    /^aws:lb:LoadBalancer \(api\)$/,
    /deleting ELBv2 Load Balancer \(arn:aws:elasticloadbalancing:[^)]*\/api-[0-9a-f/]+\)/,
    "AccessDenied",
  ),
  denied(
    "efs DeleteMountTarget",
    /^aws:efs:MountTarget \(files-[12]\)$/,
    /deleting EFS Mount Target \(fsmt-[0-9a-f]+\)/,
  ),
];
