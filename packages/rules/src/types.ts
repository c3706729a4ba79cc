/** Where the containers run: on AWS's hosts, on our instances, or on instances that ECS looks after. */
export type LaunchType = "FARGATE" | "EC2" | "MANAGED_INSTANCES";

/** `runtimePlatform.operatingSystemFamily`: every value of the API (botocore 1.43.107 ecs OSFamily). */
export type OperatingSystemFamily =
  | "LINUX"
  | "WINDOWS_SERVER_2016_FULL"
  | "WINDOWS_SERVER_2019_FULL"
  | "WINDOWS_SERVER_2019_CORE"
  | "WINDOWS_SERVER_2004_CORE"
  | "WINDOWS_SERVER_20H2_CORE"
  | "WINDOWS_SERVER_2022_FULL"
  | "WINDOWS_SERVER_2022_CORE"
  | "WINDOWS_SERVER_2025_FULL"
  | "WINDOWS_SERVER_2025_CORE";

/** `runtimePlatform.cpuArchitecture` (botocore 1.43.107 ecs CPUArchitecture). */
export type CpuArchitecture = "X86_64" | "ARM64";

/** `networkMode` of a task definition (botocore 1.43.107 ecs NetworkMode). */
export type NetworkMode = "awsvpc" | "bridge" | "host" | "none";

/** A launch type with an operating system: the columns of the tables of volumes and features. */
export type Platform = "fargate-linux" | "fargate-windows" | "ec2-linux" | "ec2-windows" | "managed-instances-linux";

/** How a sentence names each platform, in the order in which documents list them. */
export const platformNames: Record<Platform, string> = {
  "fargate-linux": "Fargate Linux",
  "fargate-windows": "Fargate Windows",
  "ec2-linux": "EC2 Linux",
  "ec2-windows": "EC2 Windows",
  "managed-instances-linux": "Managed Instances",
};

/** Whether the family is a Windows Server. */
export function isWindows(operatingSystemFamily: OperatingSystemFamily): boolean {
  return operatingSystemFamily !== "LINUX";
}

/** The platform of a launch type and a family, or undefined for Windows on Managed Instances, which does not exist. */
export function platformOf(launchType: LaunchType, operatingSystemFamily: OperatingSystemFamily): Platform | undefined {
  const windows = isWindows(operatingSystemFamily);
  if (launchType === "MANAGED_INSTANCES") return windows ? undefined : "managed-instances-linux";
  if (launchType === "FARGATE") return windows ? "fargate-windows" : "fargate-linux";
  return windows ? "ec2-windows" : "ec2-linux";
}
