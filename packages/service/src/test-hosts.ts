import type { HostCapacity } from "@acme/cluster";
import type { TaskShape } from "@acme/rules";
import type { TaskReference } from "./task-reference.ts";
import { shape, task } from "./test-service.ts";

export { hostsOf } from "@acme/cluster/sample-hosts";

/** An existing cluster with these hosts. */
export function clusterOf(...hosts: HostCapacity[]) {
  return { clusterArn: "cluster-arn", clusterName: "apps", hosts };
}

/** A task for EC2 on Windows Server 2022 Core that keeps 1 vCPU and 2 GiB of its host, or another. */
export function hostTask(change: Partial<TaskShape> = {}): TaskReference {
  const windows: TaskShape = {
    ...shape,
    launchType: "EC2",
    operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
    networkMode: "awsvpc",
    reservation: { cpu: 1024, memoryMiB: 2048 },
  };
  return { ...task, shape: { ...windows, ...change } };
}
