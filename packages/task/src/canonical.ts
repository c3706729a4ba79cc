type Definition = Record<string, unknown>;

/**
 * Container definitions in the form that DescribeTaskDefinition gives them back, so that a second update has nothing to
 * change: containers and named lists sorted, the defaults that ECS fills in filled in, what ECS leaves out left out.
 * Canonical definitions stay as they are.
 */
export function canonical(definitions: Definition[]): Definition[] {
  return sortedBy(definitions.map(canonicalContainer), "name");
}

function canonicalContainer(container: Definition): Definition {
  const { essential = true, cpu, ...rest } = container;
  return withoutEmpty({
    ...rest,
    essential,
    cpu: cpu === 0 ? undefined : cpu,
    environment: sortedBy(container.environment, "name"),
    secrets: sortedBy(container.secrets, "name"),
    dependsOn: sortedBy(container.dependsOn, "containerName"),
    mountPoints: sortedBy(container.mountPoints, "containerPath").map(({ readOnly = false, ...point }) => ({
      ...point,
      readOnly,
    })),
    portMappings: sortedBy(container.portMappings, "containerPort").map(canonicalPort),
    healthCheck: canonicalHealthCheck(container.healthCheck),
    linuxParameters: canonicalLinuxParameters(container.linuxParameters),
  });
}

function canonicalPort(mapping: Definition): Definition {
  const { containerPort, hostPort = containerPort, protocol = "tcp", ...rest } = mapping;
  return { ...rest, containerPort, hostPort, protocol };
}

function canonicalHealthCheck(check: unknown): Definition | undefined {
  if (typeof check !== "object" || check === null) return undefined;
  const { interval = 30, timeout = 5, retries = 3, startPeriod, ...rest } = check as Definition;
  return { ...rest, interval, timeout, retries, startPeriod: startPeriod === 0 ? undefined : startPeriod };
}

function canonicalLinuxParameters(parameters: unknown): Definition | undefined {
  if (typeof parameters !== "object" || parameters === null) return undefined;
  const given = parameters as Definition;
  return withoutEmpty({ ...given, tmpfs: sortedBy(given.tmpfs, "containerPath") });
}

function sortedBy(items: unknown, key: string): Definition[] {
  const list = (items ?? []) as Definition[];
  return list.toSorted((a, b) => compare(a[key], b[key]));
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

/** The object with its keys sorted, without undefined, empty lists and empty objects. */
function withoutEmpty(fields: Definition): Definition {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => !isEmpty(value))
      .sort(([a], [b]) => compare(a, b)),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return (
    typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype && Object.keys(value).length === 0
  );
}
