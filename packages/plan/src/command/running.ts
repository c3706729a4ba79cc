import { ofType, type Plan, type PlannedResource } from "../plan.ts";

/** Each service: how many tasks of which size, and where. */
export function services(plan: Plan): string[] {
  return ofType(plan, "aws:ecs/service:Service").map((service) => {
    const targets = ofType(plan, "aws:appautoscaling/target:Target");
    const scaling = targets.find(({ inputs }) => names(inputs.resourceId, service.urn))?.inputs;
    const count = scaling ? `${scaling.minCapacity}–${scaling.maxCapacity}` : String(service.inputs.desiredCount ?? 1);
    return `${service.name} ${count} × ${sizeOf(plan, service.inputs.taskDefinition)}${capacityOf(plan, service)}`;
  });
}

/** Each schedule: what it starts, and when. */
export function schedules(plan: Plan): string[] {
  return ofType(plan, "aws:scheduler/schedule:Schedule").map(({ name, inputs }) => {
    const target = inputs.target as { ecsParameters?: { taskDefinitionArn?: unknown; taskCount?: number } };
    const size = sizeOf(plan, target.ecsParameters?.taskDefinitionArn);
    const when = `${inputs.scheduleExpression} ${inputs.scheduleExpressionTimezone ?? "UTC"}`;
    return `${name} ${target.ecsParameters?.taskCount ?? 1} × ${size} at ${when}`;
  });
}

/** Each group of hosts: how many, of which types. */
export function hosts(plan: Plan): string[] {
  return ofType(plan, "aws:autoscaling/group:Group").map(({ name, inputs }) => {
    const policy = inputs.mixedInstancesPolicy as { launchTemplate?: { overrides?: { instanceType?: string }[] } };
    const types = (policy?.launchTemplate?.overrides ?? []).map(({ instanceType }) => instanceType);
    return `${name} ${inputs.minSize}–${inputs.maxSize} × ${types.join(" or ") || "?"}`;
  });
}

function sizeOf(plan: Plan, reference: unknown): string {
  const task = ofType(plan, "aws:ecs/taskDefinition:TaskDefinition").find(({ urn }) => names(reference, urn));
  if (task === undefined) return "?";
  const { cpu, memory, runtimePlatform } = task.inputs as Record<string, string> & {
    runtimePlatform?: { cpuArchitecture?: string; operatingSystemFamily?: string };
  };
  const system = runtimePlatform?.operatingSystemFamily === "LINUX" ? "Linux" : runtimePlatform?.operatingSystemFamily;
  const units = Number(cpu ?? ofContainers(task, "cpu"));
  const mebibytes = Number(memory ?? ofContainers(task, "memory"));
  return `${units / 1024} vCPU ${mebibytes / 1024} GiB ${system} ${runtimePlatform?.cpuArchitecture}`;
}

/** What the containers ask for together, where the task names no size of its own. */
function ofContainers({ inputs }: PlannedResource, size: "cpu" | "memory"): number {
  const containers: { cpu?: number; memory?: number }[] = JSON.parse(String(inputs.containerDefinitions));
  return containers.reduce((sum, container) => sum + (container[size] ?? 0), 0);
}

/** Whether a value refers to a resource. */
function names(value: unknown, urn: string): boolean {
  return String(value).includes(`{${urn}.`);
}

function capacityOf(plan: Plan, { inputs }: PlannedResource): string {
  const strategies = (inputs.capacityProviderStrategies ?? []) as {
    capacityProvider: string;
    weight?: number;
    base?: number;
  }[];
  const providers = ofType(plan, "aws:ecs/capacityProvider:CapacityProvider");
  const used = strategies
    .filter(({ weight = 0, base = 0 }) => weight > 0 || base > 0)
    .map(({ capacityProvider: name }) => providers.find(({ urn }) => names(name, urn))?.name ?? name);
  return used.length === 0 ? "" : ` on ${used.join(" and ")}`;
}
