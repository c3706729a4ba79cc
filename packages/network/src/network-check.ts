import { judgeLogRetention, refusalText } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import type { NetworkArgs } from "./network-args.ts";

/** Refuses a network that could not be made, or that no load balancer could stand in; all mistakes at once. */
export function checkNetwork(network: pulumi.Resource, name: string, args: NetworkArgs): void {
  const mistakes = networkMistakes(args);
  if (mistakes.length > 0) throw new pulumi.ResourceError(`Network "${name}": ${mistakes.join(" ")}`, network, true);
}

/** What a task on Fargate reaches before it runs: its image and its log. */
const TO_START = ["ecr.api", "ecr.dkr", "logs"] as const;

/** What is wrong with the arguments, each with what to do. */
export function networkMistakes(args: NetworkArgs): string[] {
  const { availabilityZones: zones, cidrBlock, natGateways, interfaceEndpoints, flowLogRetentionDays } = args;
  const mistakes: string[] = [];
  if (zones.length < 2 || zones.length > 3) {
    mistakes.push(`${zones.length} Availability Zones are given. Use 2 or 3: a load balancer needs two.`);
  }
  const twice = repeated(zones);
  if (twice !== undefined) mistakes.push(`${twice} is given twice. Name each zone once.`);
  const regions = [...new Set(zones.map((zone) => zone.replace(/[a-z]$/, "")))];
  if (regions.length > 1) mistakes.push(`The zones are of ${regions.join(" and ")}. Use zones of one Region.`);
  mistakes.push(...blockMistakes(cidrBlock));
  const missing = TO_START.filter((service) => !(interfaceEndpoints ?? []).includes(service));
  if (natGateways === "none" && missing.length > 0) {
    mistakes.push(`Without NAT gateways no task can start. Add the endpoints ${missing.join(", ")}, or a gateway.`);
  }
  const retention = flowLogRetentionDays === undefined ? undefined : judgeLogRetention(flowLogRetentionDays);
  if (retention !== undefined) mistakes.push(refusalText(retention));
  const endpoint = repeated(interfaceEndpoints ?? []);
  if (endpoint !== undefined) mistakes.push(`The endpoint ${endpoint} is given twice. Name each service once.`);
  return mistakes;
}

function repeated(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

const PRIVATE = "10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16";

function blockMistakes(cidrBlock: string): string[] {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidrBlock)?.slice(1).map(Number);
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = parts ?? [];
  if (parts === undefined || [a, b, c, d].some((part) => part > 255)) {
    return [`${cidrBlock} is no IPv4 block. Write one as 10.0.0.0/16.`];
  }
  if (prefix < 16 || prefix > 24) return [`${cidrBlock} is no block that fits a VPC here. Use /16 to /24.`];
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  if (address % size !== 0)
    return [`${cidrBlock} does not begin at a block of its size. Use ${blockOf(address - (address % size), prefix)}.`];
  const isPrivate = a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168);
  return isPrivate ? [] : [`${cidrBlock} is not a private block. Use one of ${PRIVATE}.`];
}

function blockOf(address: number, prefix: number): string {
  const part = (exponent: number) => Math.floor(address / 256 ** exponent) % 256;
  return `${part(3)}.${part(2)}.${part(1)}.${part(0)}/${prefix}`;
}
