import { ofType, only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { planLinux, planWindows } from "./test-hosts.ts";

const hook = {
  name: "start",
  lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
  heartbeatTimeout: 900,
  defaultResult: "CONTINUE",
};

describe("Warm pool of hosts", () => {
  it("keeps stopped hosts ready, whatever the size of the group, and uses none twice", async () => {
    const { inputs } = only(await planWindows({ warmPool: { hosts: 1 } }), "aws:autoscaling/group:Group");
    expect(inputs).toMatchObject({
      warmPool: { poolState: "Stopped", minSize: 1, maxGroupPreparedCapacity: 1 },
      forceDeleteWarmPool: true,
      waitForCapacityTimeout: "1500s",
    });
    expect(inputs.warmPool).not.toHaveProperty("instanceReusePolicy");
  });

  it("lets a host start before it is stopped, from the first one on", async () => {
    const planned = await planWindows({ warmPool: { hosts: 1 } });
    expect(only(planned, "aws:autoscaling/group:Group").inputs.initialLifecycleHooks).toEqual([hook]);
    expect(only(planned, "aws:autoscaling/lifecycleHook:LifecycleHook").inputs).toEqual({
      ...hook,
      autoscalingGroupName: "${acme:cluster:WindowsCapacity$aws:autoscaling/group:Group::hosts.name}",
    });
  });

  it("takes several types on demand", async () => {
    const instanceTypes = ["m6i.xlarge", "m5.xlarge"];
    const planned = await planWindows({ warmPool: { hosts: 1 }, instanceTypes });
    expect(only(planned, "aws:autoscaling/group:Group").inputs).toMatchObject({
      warmPool: { minSize: 1 },
      mixedInstancesPolicy: {
        instancesDistribution: { onDemandPercentageAboveBaseCapacity: 100 },
        launchTemplate: { overrides: instanceTypes.map((instanceType) => ({ instanceType })) },
      },
    });
  });

  it("is there where it is asked for only", async () => {
    const planned = await planLinux();
    expect(only(planned, "aws:autoscaling/group:Group").inputs).not.toHaveProperty("warmPool");
    expect(ofType(planned, "aws:autoscaling/lifecycleHook:LifecycleHook")).toEqual([]);
  });
});
