import { only, type Plan } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { planLinux, planWindows } from "./test-hosts.ts";

const planned = (plan: Plan) => only(plan, "aws:autoscaling/group:Group");
const template = "acme:cluster:WindowsCapacity$aws:ec2/launchTemplate:LaunchTemplate::hosts";

describe("Auto Scaling group of hosts", () => {
  it("protects hosts from scaling in and replaces them on a new template", async () => {
    expect(planned(await planWindows()).inputs).toEqual({
      vpcZoneIdentifiers: ["subnet-a", "subnet-b"],
      minSize: 2,
      maxSize: 4,
      mixedInstancesPolicy: {
        instancesDistribution: {
          onDemandAllocationStrategy: "prioritized",
          onDemandPercentageAboveBaseCapacity: 100,
          spotAllocationStrategy: "price-capacity-optimized",
        },
        launchTemplate: {
          launchTemplateSpecification: {
            launchTemplateId: `\${${template}.id}`,
            version: `\${${template}.latestVersion}`,
          },
          overrides: [{ instanceType: "m6i.xlarge" }],
        },
      },
      capacityRebalance: false,
      protectFromScaleIn: true,
      forceDelete: true,
      healthCheckType: "EC2",
      healthCheckGracePeriod: 900,
      defaultInstanceWarmup: 900,
      enabledMetrics: expect.arrayContaining(["GroupInServiceInstances", "GroupMaxSize"]),
      instanceRefresh: {
        strategy: "Rolling",
        preferences: {
          minHealthyPercentage: 100,
          maxHealthyPercentage: 150,
          instanceWarmup: "900",
          scaleInProtectedInstances: "Refresh",
          skipMatching: true,
          autoRollback: true,
        },
      },
      tags: [
        { key: "Name", value: "hosts", propagateAtLaunch: true },
        { key: "AmazonECSManaged", value: "true", propagateAtLaunch: true },
      ],
    });
  });

  it("leaves the number of hosts to ECS, and has time to end them", async () => {
    expect(planned(await planWindows()).options).toEqual({
      ignoreChanges: ["desiredCapacity", "initialLifecycleHooks"],
      customTimeouts: { delete: "30m" },
    });
  });

  it("starts several types in their order, without weights", async () => {
    const { mixedInstancesPolicy } = planned(await planWindows({ instanceTypes: ["m6i.xlarge", "m5.xlarge"] })).inputs;
    expect(mixedInstancesPolicy).toMatchObject({
      launchTemplate: { overrides: [{ instanceType: "m6i.xlarge" }, { instanceType: "m5.xlarge" }] },
    });
  });

  it("takes a share of its hosts from Spot, and replaces them before Spot takes them back", async () => {
    expect(planned(await planLinux({ spotPercent: 60 })).inputs).toMatchObject({
      capacityRebalance: true,
      mixedInstancesPolicy: { instancesDistribution: { onDemandPercentageAboveBaseCapacity: 40 } },
    });
  });

  it("tags its hosts", async () => {
    const { tags } = planned(await planLinux({ tags: { CostCenter: "42" } })).inputs;
    expect(tags).toContainEqual({ key: "CostCenter", value: "42", propagateAtLaunch: true });
  });
});
