import { demandOf } from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";
import { deploymentOf } from "./deployment.ts";
import type { ServiceArgs } from "./service-args.ts";
import { hostOf } from "./task-hosts.ts";

/**
 * Takes room on the hosts for the tasks of a service, at their most and while they are deployed. Where it cannot be
 * judged, it says so.
 *
 * @throws {pulumi.ResourceError} where the hosts have not so much room, at their largest number.
 */
export function takeHostRoom(
  component: pulumi.Resource,
  title: string,
  { args, tasks }: { args: ServiceArgs; tasks: number },
): void {
  const { shape } = args.task;
  if (shape.launchType !== "EC2") return;
  const host = hostOf(args);
  const task = demandOf(shape);
  if (host === undefined) {
    const why = "capacityProviderStrategies names other capacity than one group of the cluster's hosts";
    void pulumi.log.info(`${title}: Room for the tasks is not judged: ${why}.`, component);
  } else if (task === undefined) {
    const why = "the task does not say what it takes of a host. Give its shape a reservation";
    void pulumi.log.warn(`${title}: Room for the tasks is not judged: ${why}.`, component);
  } else {
    const { maximumPercent } = deploymentOf(args);
    host.take({ kind: "service", title, task, tasks, maximumPercent }, component);
  }
}
