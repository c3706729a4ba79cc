import { only, type Plan, record } from "@acme/plan";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { Cluster } from "./cluster.ts";
import type { ClusterArgs } from "./cluster-args.ts";
import type { HostCapacity } from "./host-capacity.ts";
import { LinuxCapacity } from "./linux-capacity.ts";
import { config, hostArgs, kmsKeyArn } from "./test-hosts.ts";
import { WindowsCapacity } from "./windows-capacity.ts";

const windowsHosts: ClusterArgs["hosts"] = (cluster) => [new WindowsCapacity("hosts", { ...hostArgs, cluster })];
const plan = (hosts: ClusterArgs["hosts"]) => record(() => new Cluster("main", { kmsKeyArn, hosts }), { config });
const types = {
  cluster: "aws:ecs/cluster:Cluster",
  template: "aws:ec2/launchTemplate:LaunchTemplate",
  group: "aws:autoscaling/group:Group",
  provider: "aws:ecs/capacityProvider:CapacityProvider",
  association: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
  service: "aws:ecs/service:Service",
};
const after = (planned: Plan, type: string) => only(planned, type).dependencies;
const fake = (name: string): HostCapacity => ({
  taskSecurityGroupIds: [],
  capacityProviderName: pulumi.output(name),
  group: {
    operatingSystemFamily: "LINUX",
    cpuArchitecture: "X86_64",
    instanceTypes: ["m6i.large"],
    maximumHosts: 1,
    reservedMemoryMiB: 0,
    taskCleanupSeconds: 600,
    eniTrunking: false,
  },
  take: () => undefined,
});

describe("Hosts of a cluster", () => {
  it("stand beside Fargate, which stays the default", async () => {
    const planned = await plan((cluster) => [
      new WindowsCapacity("windows", { ...hostArgs, cluster }),
      new LinuxCapacity("linux", { ...hostArgs, cluster }),
    ]);
    expect(only(planned, types.association).inputs).toEqual({
      clusterName: "${acme:cluster:Cluster$aws:ecs/cluster:Cluster::main.name}",
      capacityProviders: [
        "FARGATE",
        "FARGATE_SPOT",
        "${acme:cluster:WindowsCapacity$aws:ecs/capacityProvider:CapacityProvider::windows.name}",
        "${acme:cluster:LinuxCapacity$aws:ecs/capacityProvider:CapacityProvider::linux.name}",
      ],
      defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1, base: 1 }],
    });
  });

  it("come after the cluster and before its services, so that destruction ends", async () => {
    const planned = await record(
      () => {
        const { clusterArn } = new Cluster("main", { kmsKeyArn, hosts: windowsHosts });
        new aws.ecs.Service("app", { cluster: clusterArn });
      },
      { config },
    );
    const urn = (type: string) => only(planned, type).urn;
    expect(after(planned, types.service)).toContain(urn(types.association));
    expect(after(planned, types.association)).toContain(urn(types.provider));
    expect(after(planned, types.provider)).toContain(urn(types.group));
    expect(after(planned, types.group)).toContain(urn(types.template));
    expect(after(planned, types.template)).toContain(urn(types.cluster));
  });

  it("are the cluster's to give away", async () => {
    const made: HostCapacity[] = [];
    let given: readonly HostCapacity[] = [];
    const hosts: ClusterArgs["hosts"] = (cluster) => {
      made.push(new WindowsCapacity("hosts", { ...hostArgs, cluster }));
      return made;
    };
    await record(
      () => {
        given = new Cluster("main", { kmsKeyArn, hosts }).hosts;
      },
      { config },
    );
    expect(given).toEqual(made);
    expect(given).toHaveLength(1);
  });

  it("are none unless they are made", async () => {
    let given: readonly HostCapacity[] | undefined;
    await record(
      () => {
        given = new Cluster("main", { kmsKeyArn }).hosts;
      },
      { config },
    );
    expect(given).toEqual([]);
  });

  it("are at most 18 kinds, each once", async () => {
    const kinds = Array.from({ length: 19 }, (_, index) => fake(`hosts-${index}`));
    await expect(plan(() => kinds)).rejects.toThrow(
      'Cluster "main": 19 kinds of hosts are more than the 18 that a cluster takes. Merge some of them.',
    );
    const [one] = kinds as [HostCapacity];
    await expect(plan(() => [one, one])).rejects.toThrow(
      'Cluster "main": hosts returns the same hosts twice. Return each once.',
    );
  });
});
