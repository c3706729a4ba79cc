import { api, type Evidence, guide } from "./evidence.ts";
import { error, type Refusal } from "./refusal.ts";
import type { CpuArchitecture, LaunchType, OperatingSystemFamily } from "./types.ts";
import { either } from "./words.ts";

/** Where one operating system family runs. */
export interface OperatingSystemRow extends Evidence {
  /** The value of `runtimePlatform.operatingSystemFamily`. */
  family: OperatingSystemFamily;
  /** Launch types that take it. */
  launchTypes: readonly LaunchType[];
  /** Processors that it runs on. */
  cpuArchitectures: readonly CpuArchitecture[];
}

const fargate = guide("fargate-tasks-services");
const enumeration = api("ecs OSFamily");
const x86: readonly CpuArchitecture[] = ["X86_64"];
const everywhere: readonly LaunchType[] = ["FARGATE", "EC2", "MANAGED_INSTANCES"];
const hosts: readonly LaunchType[] = ["FARGATE", "EC2"];
const ec2: readonly LaunchType[] = ["EC2"];

/** Every operating system family, oldest first; Fargate's page names Windows Server 2019 and 2022 only. */
export const operatingSystems: readonly OperatingSystemRow[] = [
  { family: "LINUX", launchTypes: everywhere, cpuArchitectures: ["X86_64", "ARM64"], ...fargate },
  { family: "WINDOWS_SERVER_2016_FULL", launchTypes: ec2, cpuArchitectures: x86, ...enumeration },
  { family: "WINDOWS_SERVER_2019_FULL", launchTypes: hosts, cpuArchitectures: x86, ...fargate },
  { family: "WINDOWS_SERVER_2019_CORE", launchTypes: hosts, cpuArchitectures: x86, ...fargate },
  { family: "WINDOWS_SERVER_2004_CORE", launchTypes: ec2, cpuArchitectures: x86, ...enumeration },
  { family: "WINDOWS_SERVER_20H2_CORE", launchTypes: ec2, cpuArchitectures: x86, ...enumeration },
  { family: "WINDOWS_SERVER_2022_FULL", launchTypes: hosts, cpuArchitectures: x86, ...fargate },
  { family: "WINDOWS_SERVER_2022_CORE", launchTypes: hosts, cpuArchitectures: x86, ...fargate },
  { family: "WINDOWS_SERVER_2025_FULL", launchTypes: ec2, cpuArchitectures: x86, ...enumeration },
  { family: "WINDOWS_SERVER_2025_CORE", launchTypes: ec2, cpuArchitectures: x86, ...enumeration },
];

/** Refuses a family that the launch type does not take, and a processor that the family does not run on. */
export function judgeOperatingSystem(task: {
  launchType: LaunchType;
  operatingSystemFamily: OperatingSystemFamily;
  cpuArchitecture: CpuArchitecture;
}): Refusal[] {
  const { launchType, operatingSystemFamily: family, cpuArchitecture } = task;
  const row = operatingSystems.find((candidate) => candidate.family === family) as OperatingSystemRow;
  const refusals: Refusal[] = [];
  if (!row.launchTypes.includes(launchType)) {
    const fix = `Use ${nearestFamily(family, launchType)}, or launch type ${either(row.launchTypes)}`;
    refusals.push(error("operating-system", `${family} does not run on ${launchType}`, fix));
  }
  if (!row.cpuArchitectures.includes(cpuArchitecture)) {
    const fix = `Use cpuArchitecture ${either(row.cpuArchitectures)}`;
    refusals.push(error("operating-system", `${family} does not run on ${cpuArchitecture}`, fix));
  }
  return refusals;
}

/** The newest family of the same edition that the launch type takes; on Managed Instances that is LINUX. */
function nearestFamily(family: OperatingSystemFamily, launchType: LaunchType): OperatingSystemFamily {
  const edition = family.slice(family.lastIndexOf("_"));
  const taken = operatingSystems.filter((row) => row.launchTypes.includes(launchType));
  return taken.findLast((row) => row.family.endsWith(edition))?.family ?? "LINUX";
}
