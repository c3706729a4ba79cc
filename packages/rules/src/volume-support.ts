import { type Evidence, guide } from "./evidence.ts";
import type { Platform } from "./types.ts";

/** The storages that a task can mount, by the name that a volume value carries. */
export type VolumeKind =
  | "efs"
  | "ebs"
  | "fsx-windows"
  | "fsx-lustre"
  | "fsx-openzfs"
  | "fsx-ontap"
  | "s3-files"
  | "docker"
  | "bind";

/** Whether ECS mounts the volume, does not, or leaves it to the instance's own mount and a bind volume. */
export type VolumeAnswer = "yes" | "no" | "host-mount";

/** What holds for one kind of volume on some platforms. */
export interface VolumeSupportRow extends Evidence {
  /** The kind of volume that the row answers for. */
  kind: VolumeKind;
  /** The platforms that share the answer. */
  platforms: readonly Platform[];
  /** What ECS does there. */
  answer: VolumeAnswer;
  /**
   * A condition of a `yes`, or why it is a `no`.
   *
   * @default - nothing to add
   */
  note?: string;
  /**
   * What to do instead, as a sentence without its full stop; every `no` and every `host-mount` has one.
   *
   * @default - none is needed
   */
  alternative?: string;
}

/** How a sentence names each kind, in the order in which documents list them. */
export const volumeNames: Record<VolumeKind, string> = {
  efs: "EFS",
  ebs: "EBS",
  "fsx-windows": "FSx for Windows",
  "fsx-lustre": "FSx for Lustre",
  "fsx-openzfs": "FSx for OpenZFS",
  "fsx-ontap": "FSx for ONTAP",
  "s3-files": "S3 Files",
  docker: "Docker",
  bind: "bind",
};

const windows: readonly Platform[] = ["fargate-windows", "ec2-windows"];
const fargate: readonly Platform[] = ["fargate-linux", "fargate-windows"];
const linux: readonly Platform[] = ["fargate-linux", "ec2-linux", "managed-instances-linux"];
const managedLinux: readonly Platform[] = ["fargate-linux", "managed-instances-linux"];
const efs = guide("efs-volumes");
const ebs = guide("ebs-volumes");
const fsxWindows = guide("wfsx-volumes");
const overview = guide("using_data_volumes");
const no = "no";
const hostMount = "host-mount";

const onHost = {
  answer: hostMount,
  note: "ECS has no volume of this type; the instance mounts it and the task binds the path",
  ...overview,
} as const;
const mountFirst = "Mount it in the instance's user data before tasks are placed, and bind the path";
const lustreElsewhere = "Use EFS, or launch type EC2, where the instance mounts it";
const smbElsewhere = "Use FSx for Windows on EC2 Windows";

/** Every kind of volume on every platform, once. */
export const volumeSupport: readonly VolumeSupportRow[] = [
  { kind: "efs", platforms: linux, answer: "yes", note: "Fargate platform version 1.4.0 or later", ...efs },
  { kind: "efs", platforms: windows, answer: no, alternative: smbElsewhere, ...efs },

  { kind: "ebs", platforms: linux, answer: "yes", note: "on EC2: Nitro, and ECS AMI 20231219 or later", ...ebs },
  { kind: "ebs", platforms: ["ec2-windows"], answer: "yes", note: "Nitro, and ECS AMI 20241017 or later", ...ebs },
  { kind: "ebs", platforms: ["fargate-windows"], answer: no, alternative: "Use launch type EC2", ...ebs },

  { kind: "fsx-windows", platforms: ["ec2-windows"], answer: "yes", note: "on domain-joined instances", ...fsxWindows },
  { kind: "fsx-windows", platforms: ["ec2-linux"], ...onHost, alternative: mountFirst },
  {
    kind: "fsx-windows",
    platforms: ["fargate-windows"],
    answer: no,
    alternative: "Use launch type EC2",
    ...fsxWindows,
  },
  {
    kind: "fsx-windows",
    platforms: managedLinux,
    answer: no,
    alternative: "Use EFS, or launch type EC2 with Windows",
    ...fsxWindows,
  },

  { kind: "fsx-lustre", platforms: ["ec2-linux"], ...onHost, alternative: mountFirst },
  { kind: "fsx-lustre", platforms: managedLinux, answer: no, alternative: lustreElsewhere, ...overview },
  { kind: "fsx-lustre", platforms: windows, answer: no, alternative: smbElsewhere, ...overview },

  { kind: "fsx-openzfs", platforms: ["ec2-linux"], ...onHost, alternative: mountFirst },
  { kind: "fsx-openzfs", platforms: managedLinux, answer: no, alternative: lustreElsewhere, ...overview },
  { kind: "fsx-openzfs", platforms: windows, answer: no, alternative: smbElsewhere, ...overview },

  { kind: "fsx-ontap", platforms: ["ec2-linux", "ec2-windows"], ...onHost, alternative: mountFirst },
  {
    kind: "fsx-ontap",
    platforms: ["fargate-linux", "managed-instances-linux", "fargate-windows"],
    answer: no,
    note: "its files are reachable through an S3 access point, which is not a volume",
    alternative:
      "Use an S3 access point for FSx from the application, or launch type EC2, where the instance mounts it",
    ...overview,
  },

  { kind: "s3-files", platforms: managedLinux, answer: "yes", ...overview },
  {
    kind: "s3-files",
    platforms: ["ec2-linux"],
    answer: no,
    note: "the page does not list it",
    alternative: "Use EFS, or launch type FARGATE or MANAGED_INSTANCES",
    ...overview,
  },
  { kind: "s3-files", platforms: windows, answer: no, alternative: smbElsewhere, ...overview },

  { kind: "docker", platforms: ["ec2-linux"], answer: "yes", ...overview },
  {
    kind: "docker",
    platforms: ["ec2-windows"],
    answer: no,
    note: "the guide says no, the API's text says local driver only",
    alternative: "Use a bind volume",
    ...guide("windows_task_definitions"),
  },
  {
    kind: "docker",
    platforms: fargate,
    answer: no,
    alternative: "Use a bind volume",
    ...guide("fargate-tasks-services"),
  },
  {
    kind: "docker",
    platforms: ["managed-instances-linux"],
    answer: no,
    alternative: "Use a bind volume",
    ...guide("task_definition_parameters-managed-instances"),
  },

  { kind: "bind", platforms: fargate, answer: "yes", note: "without a source path", ...guide("bind-mounts") },
  { kind: "bind", platforms: ["ec2-linux", "ec2-windows"], answer: "yes", ...guide("bind-mounts") },
  {
    kind: "bind",
    platforms: ["managed-instances-linux"],
    answer: "yes",
    note: "a source path must be writable on the instance, such as one under /var",
    ...guide("task_definition_parameters-managed-instances"),
  },
];
