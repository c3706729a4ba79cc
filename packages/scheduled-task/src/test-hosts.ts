import type { HostCapacity } from "@acme/cluster";
import type { TaskShape } from "@acme/rules";
import type { SchedulableTask } from "./scheduled-task-args.ts";
import { task } from "./scheduled-task-sample.ts";

export { hostsOf } from "@acme/cluster/sample-hosts";

/** An existing cluster with these hosts. */
export function clusterOf(...hosts: HostCapacity[]) {
  return { clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/jobs", clusterName: "jobs", hosts };
}

/** A task for EC2 on Windows Server 2022 Core that keeps 1 vCPU and 2 GiB of its host, or another. */
export function hostTask(change: Partial<TaskShape> = {}): SchedulableTask {
  const windows: TaskShape = {
    ...task.shape,
    launchType: "EC2",
    operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
    volumes: ["fsx-windows"],
    reservation: { cpu: 1024, memoryMiB: 2048 },
  };
  return { ...task, clientSecurityGroupIds: [], shape: { ...windows, ...change } };
}
