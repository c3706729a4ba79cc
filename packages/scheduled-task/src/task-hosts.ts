import { foreignHosts, type HostCapacity, hostChoiceMistakes, hostsFor, systemOf } from "@acme/cluster";
import type { ScheduledTaskArgs } from "./scheduled-task-args.ts";

/** The hosts that the runs go to; undefined where they are only named, or on Fargate. */
export function hostOf({ cluster, capacityProvider, task: { shape } }: ScheduledTaskArgs): HostCapacity | undefined {
  if (shape.launchType !== "EC2") return undefined;
  return hostsFor(cluster, shape).find(
    (host) => (capacityProvider ?? host.capacityProviderName) === host.capacityProviderName,
  );
}

/** What leaves a task for EC2 without hosts, or would put it on the wrong ones. */
export function hostMistakes({ cluster, capacityProvider, task: { shape } }: ScheduledTaskArgs): string[] {
  if (shape.launchType !== "EC2") return [];
  if (capacityProvider === undefined) return hostChoiceMistakes(cluster, shape, "capacityProvider");
  return foreignHosts(cluster, shape, [capacityProvider]).map(
    ({ group }) =>
      `capacityProvider is that of hosts for ${systemOf(group)}, and the task needs ${systemOf(shape)}. Name another, or leave it out.`,
  );
}
