import { only, record } from "@acme/plan";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cluster } from "./cluster.ts";
import { LinuxCapacity } from "./linux-capacity.ts";
import { config, hostArgs, kmsKeyArn, planLinux, planWindows } from "./test-hosts.ts";

describe("Capacity provider of hosts", () => {
  it("scales, drains and protects, filling every host", async () => {
    expect(only(await planWindows(), "aws:ecs/capacityProvider:CapacityProvider").inputs).toEqual({
      autoScalingGroupProvider: {
        autoScalingGroupArn: "${acme:cluster:WindowsCapacity$aws:autoscaling/group:Group::hosts.arn}",
        managedTerminationProtection: "ENABLED",
        managedDraining: "ENABLED",
        managedScaling: { status: "ENABLED", targetCapacity: 100, instanceWarmupPeriod: 900 },
      },
    });
  });

  it("counts a Linux host sooner", async () => {
    expect(only(await planLinux(), "aws:ecs/capacityProvider:CapacityProvider").inputs).toMatchObject({
      autoScalingGroupProvider: { managedScaling: { instanceWarmupPeriod: 300 } },
    });
  });

  it("keeps room for tasks to come", async () => {
    const planned = await planWindows({ targetCapacityPercent: 80, instanceWarmupSeconds: 1200 });
    expect(only(planned, "aws:ecs/capacityProvider:CapacityProvider").inputs).toMatchObject({
      autoScalingGroupProvider: { managedScaling: { targetCapacity: 80, instanceWarmupPeriod: 1200 } },
    });
  });

  it("protects hosts only together with their group, and belongs to the cluster, whatever the settings", async () => {
    const settings = fc.record({
      minimumHosts: fc.integer({ min: 0, max: 3 }),
      maximumHosts: fc.integer({ min: 3, max: 9 }),
      targetCapacityPercent: fc.integer({ min: 1, max: 100 }),
      spotPercent: fc.integer({ min: 0, max: 100 }),
      instanceWarmupSeconds: fc.integer({ min: 0, max: 10000 }),
      rootVolumeGiB: fc.integer({ min: 30, max: 16384 }),
      taskCleanupSeconds: fc.integer({ min: 60, max: 10800 }),
    });
    await fc.assert(
      fc.asyncProperty(settings, async (given) => {
        const hosts = (cluster: typeof hostArgs.cluster) => [
          new LinuxCapacity("hosts", { ...hostArgs, ...given, cluster }),
        ];
        const planned = await record(() => new Cluster("main", { kmsKeyArn, hosts }), { config });
        expect(only(planned, "aws:autoscaling/group:Group").inputs.protectFromScaleIn).toBe(true);
        const provider = only(planned, "aws:ecs/capacityProvider:CapacityProvider");
        expect(provider.inputs).toMatchObject({
          autoScalingGroupProvider: { managedTerminationProtection: "ENABLED", managedScaling: { status: "ENABLED" } },
        });
        const association = only(planned, "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
        expect(association.inputs.capacityProviders).toContain(`\${${provider.urn}.name}`);
      }),
      { numRuns: 25 },
    );
  });
});
