import type { CpuArchitecture } from "@acme/rules";
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** Windows Server of the hosts, to the edition; the base image of the containers must be of the same year. */
export type WindowsHostFamily =
  | "WINDOWS_SERVER_2019_CORE"
  | "WINDOWS_SERVER_2019_FULL"
  | "WINDOWS_SERVER_2022_CORE"
  | "WINDOWS_SERVER_2022_FULL"
  | "WINDOWS_SERVER_2025_CORE"
  | "WINDOWS_SERVER_2025_FULL";

/**
 * Public parameters with the newest image of each family. Without `/image_id` such a parameter holds a JSON document,
 * not the id (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_windows_AMI.html).
 */
const windowsParameters: Record<WindowsHostFamily, string> = {
  WINDOWS_SERVER_2019_CORE: "/aws/service/ami-windows-latest/Windows_Server-2019-English-Core-ECS_Optimized/image_id",
  WINDOWS_SERVER_2019_FULL: "/aws/service/ami-windows-latest/Windows_Server-2019-English-Full-ECS_Optimized/image_id",
  WINDOWS_SERVER_2022_CORE: "/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized/image_id",
  WINDOWS_SERVER_2022_FULL: "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-ECS_Optimized/image_id",
  WINDOWS_SERVER_2025_CORE: "/aws/service/ami-windows-latest/Windows_Server-2025-English-Core-ECS_Optimized/image_id",
  WINDOWS_SERVER_2025_FULL: "/aws/service/ami-windows-latest/Windows_Server-2025-English-Full-ECS_Optimized/image_id",
};

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html */
const linuxParameters: Record<CpuArchitecture, string> = {
  X86_64: "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
  ARM64: "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id",
};

/** Every family that has an image for hosts. */
export const windowsHostFamilies = Object.keys(windowsParameters) as WindowsHostFamily[];

/** The newest image of the family, as AWS names it when the program runs. */
export function newestWindowsImage(parent: pulumi.Resource, family: WindowsHostFamily): pulumi.Output<string> {
  return publicParameter(parent, windowsParameters[family]);
}

/** The newest Amazon Linux 2023 image for ECS, as AWS names it when the program runs. */
export function newestLinuxImage(parent: pulumi.Resource, cpuArchitecture: CpuArchitecture): pulumi.Output<string> {
  return publicParameter(parent, linuxParameters[cpuArchitecture]);
}

function publicParameter(parent: pulumi.Resource, name: string): pulumi.Output<string> {
  return aws.ssm.getParameterOutput({ name }, { parent }).value;
}
