import { hasDriveLetters } from "./drive-letter.ts";
import type { HostGroup, HostTenant } from "./host-group.ts";
import { hostsNeeded } from "./host-placement.ts";
import { hostRows, hostSpace } from "./host-room.ts";
import { mostLoads, mostTasks, runsAtOnce } from "./host-tenant.ts";
import { instanceFamilyOf, instanceTypes } from "./instance-type.ts";
import { generalPurposeTypes } from "./instance-type-general.ts";
import { either } from "./words.ts";

/** What does not fit, and where. */
interface Shortage {
  /** The group as it is. */
  group: HostGroup;
  /** Everything that has to fit. */
  tenants: readonly HostTenant[];
  /** The tenant that is refused. */
  refused: HostTenant;
  /** Whether it is refused although it fits while nothing is deployed. */
  deployment: boolean;
}

/** What would do, as a sentence without its full stop; each way out is enough by itself. */
export function capacityFix(shortage: Shortage): string {
  const { group, tenants, refused, deployment } = shortage;
  const hosts = mostHostsNeeded(group, tenants);
  const type = sufficientType(group, tenants);
  const services = tenants.filter((tenant) => (deployment ? tenant === refused : refused.kind === "schedule"));
  const ways = [
    Number.isFinite(hosts) && hosts > group.maximumHosts ? `${hosts} hosts` : undefined,
    type && `instance type ${type}`,
    isEnough({ ...group, eniTrunking: true }, tenants) ? "eniTrunking" : undefined,
    ...services.map((service) => sufficientPercent(shortage, service)),
    rarerRuns(shortage),
  ].filter((way) => way !== undefined);
  return ways.length > 0 ? `Use ${either(ways)}` : "Make the task smaller";
}

/** Hosts that all needs at once, on the type of the group that needs most. */
function mostHostsNeeded(group: HostGroup, tenants: readonly HostTenant[]): number {
  const rows = hostRows(group) ?? [];
  return Math.max(...rows.map((row) => hostsNeeded(hostSpace(group, row), mostLoads(tenants))));
}

/** Whether all that the tenants may run at once fits. */
function isEnough(group: HostGroup, tenants: readonly HostTenant[]): boolean {
  return mostHostsNeeded(group, tenants) <= group.maximumHosts;
}

/** The smallest type with room for everything on as many hosts: of the same family, a general one, or any other. */
function sufficientType(group: HostGroup, tenants: readonly HostTenant[]): string | undefined {
  const families = group.instanceTypes.map(instanceFamilyOf);
  const sufficient = instanceTypes
    .filter(({ cpuArchitecture }) => cpuArchitecture === group.cpuArchitecture)
    .filter(({ type }) => {
      const other = { ...group, instanceTypes: [type] };
      return isEnough(other, tenants) && hasDriveLetters(other, tenants);
    })
    .toSorted((one, other) => one.memoryMiB - other.memoryMiB || one.vCpu - other.vCpu);
  const best =
    sufficient.find(({ type }) => families.includes(instanceFamilyOf(type))) ??
    sufficient.find((row) => generalPurposeTypes.includes(row)) ??
    sufficient[0];
  return best?.type;
}

/** The largest share of its tasks with which the service can deploy while everything else runs. */
function sufficientPercent({ group, tenants, refused }: Shortage, service: HostTenant): string | undefined {
  if (service.kind !== "service") return undefined;
  for (let most = mostTasks(service) - 1; most >= service.tasks; most -= 1) {
    const maximumPercent = Math.ceil((most * 100) / service.tasks);
    const other = tenants.map((tenant) => (tenant === service ? { ...service, maximumPercent } : tenant));
    if (!isEnough(group, other)) continue;
    const whose = service === refused ? "" : ` for ${service.title}`;
    return maximumPercent > 100
      ? `maximumPercent ${maximumPercent}${whose}`
      : `maximumPercent 100${whose} with a minimumHealthyPercent below it`;
  }
  return undefined;
}

/** The shortest time between runs with which those that overlap would fit. */
function rarerRuns({ group, tenants, refused }: Shortage): string | undefined {
  if (refused.kind !== "schedule") return undefined;
  for (let atOnce = runsAtOnce(refused) - 1; atOnce >= 1; atOnce -= 1) {
    const secondsBetweenRuns = Math.ceil(refused.longestRunSeconds / atOnce);
    const other = tenants.map((tenant) => (tenant === refused ? { ...refused, secondsBetweenRuns } : tenant));
    if (isEnough(group, other)) return `runs that are ${secondsBetweenRuns} s or more apart`;
  }
  return undefined;
}
