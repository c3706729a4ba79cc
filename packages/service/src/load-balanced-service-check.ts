import { hasOwnAddress } from "@acme/rules";
import { bounded } from "./bounded.ts";
import { gracePeriodOf } from "./deployment.ts";
import type { LoadBalancedServiceArgs } from "./load-balanced-service-args.ts";
import { targetGroupMistakes } from "./target-group.ts";
import type { TaskPort, TaskReference } from "./task-reference.ts";

/** What is wrong with a service's load balancer, before anything is created. */
export function loadBalancerMistakes(name: string, args: LoadBalancedServiceArgs): string[] {
  return [
    ...nameMistakes(name),
    ...subnetMistakes(args),
    ...encryptionMistakes(args),
    ...portMistakes(args.task, args.port),
    ...addressMistakes(args.task),
    ...targetGroupMistakes(args.healthCheck ?? {}, args.drainSeconds ?? 30),
    ...bounded("healthCheckGracePeriodSeconds", gracePeriodOf(args), 0, 2_147_483_647),
    ...bounded("accessLogs.retentionDays", args.accessLogs?.retentionDays ?? 90, 1, 2_147_483_647),
    ...alarmMistakes(args),
  ];
}

/** The port that gets the requests; the check has found it. */
export function portOf({ task, port }: LoadBalancedServiceArgs): TaskPort {
  return (port ?? task.ports[0]) as TaskPort;
}

/** A load balancer's name has 32 characters, of which Pulumi adds eight, and a bucket's is in lower case. */
function nameMistakes(name: string): string[] {
  if (/^[a-z][a-z0-9-]{0,23}$/.test(name) && !name.startsWith("internal-")) return [];
  return [
    `The load balancer and the log bucket cannot be named after "${name}". ` +
      "Use up to 24 lower-case letters, digits and hyphens that begin with a letter, but not with internal-.",
  ];
}

function subnetMistakes({
  internal = false,
  publicSubnetIds = [],
  privateSubnetIds,
}: LoadBalancedServiceArgs): string[] {
  const [key, subnets] = internal ? ["privateSubnetIds", privateSubnetIds] : ["publicSubnetIds", publicSubnetIds];
  if (subnets.length >= 2) return [];
  return [`${key} has ${subnets.length} of the two zones that a load balancer needs. Give a subnet in each.`];
}

function encryptionMistakes({ domain, plainHttp }: LoadBalancedServiceArgs): string[] {
  if (domain !== undefined && plainHttp !== undefined) {
    return ["plainHttp does not go with a domain, which is served with TLS. Leave one of them out."];
  }
  if (domain !== undefined) return [];
  if (plainHttp === undefined) {
    return ["There is no domain, so nothing would be encrypted. Give a domain, or say in plainHttp.reason why not."];
  }
  return plainHttp.reason.trim() === "" ? ["plainHttp has no reason. Say why TLS can be left out."] : [];
}

function portMistakes({ ports }: TaskReference, port?: TaskPort): string[] {
  const written = ports.map(text).join(", ");
  if (ports.length === 0) return ["The task listens on no port. Give one of its containers portMappings."];
  if (port !== undefined) {
    return ports.some((each) => text(each) === text(port))
      ? []
      : [`The task does not listen on ${text(port)}. Use ${written}.`];
  }
  return ports.length === 1 ? [] : [`The task listens on ${written}. Name the one for the requests in port.`];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html */
function addressMistakes({ shape }: TaskReference): string[] {
  if (hasOwnAddress(shape)) return [];
  return [
    `The load balancer sends requests to addresses of the tasks, and network mode ${shape.networkMode} gives them none. Use awsvpc.`,
  ];
}

function text({ containerName, containerPort }: TaskPort): string {
  return `${containerName}:${containerPort}`;
}

function alarmMistakes({ alarms = {} }: LoadBalancedServiceArgs): string[] {
  const { errorsPerMinute = 5, latencyP99Seconds = 1 } = alarms;
  const mistakes =
    errorsPerMinute > 0 ? [] : [`alarms.errorsPerMinute ${errorsPerMinute} is always reached. Use 1 or more.`];
  if (!(latencyP99Seconds > 0)) {
    mistakes.push(`alarms.latencyP99Seconds ${latencyP99Seconds} is always reached. Use more than 0.`);
  }
  return mistakes;
}
