import { foreignHosts, type HostCapacity, hostChoiceMistakes, hostsFor, systemOf } from "@acme/cluster";
import type { ServiceArgs } from "./service-args.ts";

/** The one group of hosts that all the tasks go to; undefined where there are several, or some of another program. */
export function hostOf({
  cluster,
  task,
  capacityProviderStrategies: strategies,
}: ServiceArgs): HostCapacity | undefined {
  const hosts = hostsFor(cluster, task.shape);
  if (strategies === undefined) return hosts[0];
  if (strategies.length > 1) return undefined;
  return hosts.find(({ capacityProviderName }) => capacityProviderName === strategies[0]?.capacityProvider);
}

/** What leaves a task for EC2 without hosts, or would put it on the wrong ones. */
export function hostMistakes({
  cluster,
  task: { shape },
  capacityProviderStrategies: strategies,
}: ServiceArgs): string[] {
  if (shape.launchType !== "EC2") return [];
  if (strategies === undefined) return hostChoiceMistakes(cluster, shape, "capacityProviderStrategies");
  const providers = strategies.map((each) => each.capacityProvider);
  return foreignHosts(cluster, shape, providers).map(
    ({ group }) =>
      `capacityProviderStrategies names hosts for ${systemOf(group)}, and the task needs ${systemOf(shape)}. Name others, or leave it out.`,
  );
}
