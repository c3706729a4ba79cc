import { ofType, type Plan } from "../plan.ts";
import { hosts, schedules, services } from "./running.ts";

/** A line of what a reviewer looks for first. */
export interface Fact {
  title: string;
  text: string;
}

/** What a reviewer asks of a plan before reading it: who can come in, what runs, what is safe. */
export function factsOf(plan: Plan): Fact[] {
  const facts: [string, string[]][] = [
    ["public", entryPoints(plan)],
    ["runs", [...services(plan), ...schedules(plan), ...hosts(plan)]],
    ["protected", protectedResources(plan)],
    ["encrypted", encryption(plan)],
  ];
  return facts.map(([title, texts]) => ({ title, text: texts.length === 0 ? "nothing" : texts.join("; ") }));
}

function entryPoints(plan: Plan): string[] {
  const open = ofType(plan, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").filter(
    ({ inputs }) => inputs.cidrIpv4 === "0.0.0.0/0" || inputs.cidrIpv6 === "::/0",
  );
  const ports = open.map(({ inputs }) => (inputs.ipProtocol === "-1" ? "every port" : `port ${inputs.fromPort}`));
  const names = ofType(plan, "aws:route53/record:Record")
    .filter(({ inputs }) => inputs.type === "A")
    .map(({ inputs }) => String(inputs.name));
  const publicBalancers = ofType(plan, "aws:lb/loadBalancer:LoadBalancer").filter(({ inputs }) => !inputs.internal);
  if (publicBalancers.length === 0 && ports.length === 0) return [];
  const reached = `${publicBalancers.map(({ name }) => `load balancer ${name}`).join(", ") || "directly"} on ${[...new Set(ports)].sort().join(" and ") || "no port"}`;
  return [names.length > 0 ? `${names.join(", ")} by ${reached}` : reached];
}

function protectedResources(plan: Plan): string[] {
  const own = plan.resources.filter(({ options, component }) => options.protect && !component);
  if (own.length === 0) return [];
  const kinds = [...new Set(own.map(({ type }) => type.split(":").at(-1) ?? type))];
  const shown = kinds.slice(0, 6).join(", ");
  return [`${own.length} resources: ${shown}${kinds.length > 6 ? `, ${kinds.length - 6} more kinds` : ""}`];
}

/** What keeps data, and the input that says how it is encrypted. The rest of AWS's stores encrypt whatever is said. */
const STORES: Record<string, (inputs: Record<string, unknown>) => string | undefined> = {
  "aws:efs/fileSystem:FileSystem": ({ encrypted, kmsKeyId }) =>
    encrypted ? (kmsKeyId ? "own key" : "AWS key") : undefined,
  "aws:fsx/windowsFileSystem:WindowsFileSystem": ({ kmsKeyId }) => (kmsKeyId ? "own key" : "AWS key"),
  "aws:secretsmanager/secret:Secret": ({ kmsKeyId }) => (kmsKeyId ? "own key" : "AWS key"),
  "aws:ec2/launchTemplate:LaunchTemplate": ({ blockDeviceMappings }) => {
    const disks = (blockDeviceMappings ?? []) as { ebs?: { encrypted?: unknown; kmsKeyId?: unknown } }[];
    if (disks.length === 0 || disks.some(({ ebs }) => String(ebs?.encrypted) !== "true")) return undefined;
    return disks.every(({ ebs }) => ebs?.kmsKeyId) ? "own key" : "AWS key";
  },
  "aws:ecr/repository:Repository": ({ encryptionConfigurations }) =>
    (encryptionConfigurations as { encryptionType?: string }[] | undefined)?.[0]?.encryptionType === "KMS"
      ? "own key"
      : "AWS key",
  "aws:sns/topic:Topic": ({ kmsMasterKeyId }) => (kmsMasterKeyId ? "own key" : undefined),
  "aws:sqs/queue:Queue": ({ kmsMasterKeyId, sqsManagedSseEnabled }) =>
    kmsMasterKeyId ? "own key" : sqsManagedSseEnabled ? "AWS key" : undefined,
  "aws:cloudwatch/logGroup:LogGroup": ({ kmsKeyId }) => (kmsKeyId ? "own key" : "AWS key"),
  "aws:s3/bucket:Bucket": () => "AWS key",
};

function encryption(plan: Plan): string[] {
  const stores = plan.resources.flatMap((resource) => {
    const keyOf = STORES[resource.type];
    return keyOf === undefined ? [] : [{ resource, key: keyOf(resource.inputs) ?? "NOT ENCRYPTED" }];
  });
  return [...Map.groupBy(stores, ({ key }) => key)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, group]) =>
        `${key}: ${group.map(({ resource }) => `${resource.type.split(":").at(-1)} ${resource.name}`).join(", ")}`,
    );
}
