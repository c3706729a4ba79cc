import type { HostGroup } from "./host-group.ts";
import { hostSpace } from "./host-room.ts";
import { instanceTypeOf, instanceTypes } from "./instance-type.ts";
import type { InstanceTypeRow } from "./instance-type-row.ts";
import { judgeOperatingSystem } from "./operating-system.ts";
import { applyOverrides, error, type Refusal, type RuleOverride, warning } from "./refusal.ts";
import { isWindows } from "./types.ts";

/** Memory under which Windows Server with its agent and one of its images is known to be short. */
const smallestWindowsMemoryMiB = 8192;

/** Refuses a group whose hosts do not exist or cannot run tasks; an override turns its rule into a warning. */
export function judgeHostGroup(group: HostGroup, overrides: RuleOverride[] = []): Refusal[] {
  const types = [...new Set(group.instanceTypes)];
  const rows = types.map(instanceTypeOf).filter((row) => row !== undefined);
  const refusals = [
    ...judgeOperatingSystem({ launchType: "EC2", ...group }),
    ...judgeNames(group, types),
    ...rows.map((row) => judgeProcessor(group, row)),
    ...rows.map((row) => judgeMemory(group, row)),
    judgeMixture(rows),
    judgeMaximum(group),
    ...judgeTrunking(group, rows),
  ].filter((refusal) => refusal !== undefined);
  return applyOverrides(refusals, overrides);
}

function judgeNames(group: HostGroup, types: readonly string[]): Refusal[] {
  const example = instanceTypes.find((row) => row.cpuArchitecture === group.cpuArchitecture)?.type;
  if (types.length === 0) {
    return [error("instance-type", "The hosts have no instance type", `Set instanceTypes, such as ${example}`)];
  }
  const twice = types.filter((type) => group.instanceTypes.filter((each) => each === type).length > 1);
  const unknown = types.filter((type) => !instanceTypeOf(type));
  return [
    ...twice.map((type) => error("instance-type", `Instance type ${type} is given twice`, "Give it once")),
    ...unknown.map((type) =>
      error(
        "instance-type",
        `Instance type ${type} is not in the table, so nothing says how many tasks the hosts have room for`,
        `Use a type of the table, such as ${example}, or override the rule "instance-type" and count them yourself`,
      ),
    ),
  ];
}

function judgeProcessor(group: HostGroup, row: InstanceTypeRow): Refusal | undefined {
  if (row.cpuArchitecture === group.cpuArchitecture) return undefined;
  const like = instanceTypes.find(
    (each) =>
      each.cpuArchitecture === group.cpuArchitecture && each.vCpu === row.vCpu && each.memoryMiB === row.memoryMiB,
  );
  const other = isWindows(group.operatingSystemFamily) ? "" : `, or cpuArchitecture ${row.cpuArchitecture}`;
  const type = like?.type ?? `a type with ${group.cpuArchitecture}`;
  return error(
    "operating-system",
    `Instance type ${row.type} has the processor ${row.cpuArchitecture}, and the hosts are for ${group.cpuArchitecture}`,
    `Use ${type}${other}`,
  );
}

function judgeMemory(group: HostGroup, row: InstanceTypeRow): Refusal | undefined {
  if (hostSpace(group, row).memoryMiB === 0) {
    return error(
      "host-capacity",
      `reservedMemoryMiB ${group.reservedMemoryMiB} leaves tasks nothing of the ${row.memoryMiB} MiB of ${row.type}`,
      "Reserve less, or use a larger instance type",
    );
  }
  if (!isWindows(group.operatingSystemFamily) || row.memoryMiB >= smallestWindowsMemoryMiB) return undefined;
  return warning(
    "host-capacity",
    `Instance type ${row.type} has ${row.memoryMiB} MiB, which is little for Windows Server and its images`,
    `Use a type with ${smallestWindowsMemoryMiB} MiB or more`,
  );
}

function judgeMixture(rows: readonly InstanceTypeRow[]): Refusal | undefined {
  const [smallest, ...others] = rows.toSorted((one, other) => one.memoryMiB - other.memoryMiB || one.vCpu - other.vCpu);
  const larger = others.find((row) => row.memoryMiB > (smallest?.memoryMiB ?? 0) || row.vCpu > (smallest?.vCpu ?? 0));
  if (!smallest || !larger) return undefined;
  return warning(
    "host-capacity",
    `${larger.type} is larger than ${smallest.type}, and room is counted as if every host were the weakest`,
    "Use types of one size",
  );
}

function judgeMaximum({ maximumHosts }: HostGroup): Refusal | undefined {
  if (Number.isInteger(maximumHosts) && maximumHosts >= 1) return undefined;
  return error("host-capacity", `maximumHosts is ${maximumHosts}`, "Use a whole number from 1");
}

function judgeTrunking(group: HostGroup, rows: readonly InstanceTypeRow[]): Refusal[] {
  if (!group.eniTrunking) return [];
  if (isWindows(group.operatingSystemFamily)) {
    return [error("network-mode", "Windows has no ENI trunking", "Leave eniTrunking out, or use more or larger hosts")];
  }
  return rows
    .filter((row) => row.trunkedTasks === undefined)
    .map((row) =>
      warning(
        "instance-type",
        `Nothing here says how many tasks ENI trunking gives ${row.type}; they are counted without it`,
        "Use a type with trunking, such as m6i.xlarge or m6g.xlarge",
      ),
    );
}
