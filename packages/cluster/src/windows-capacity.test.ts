import { ofType, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { config, hostArgs, planWindows } from "./test-hosts.ts";
import { WindowsCapacity } from "./windows-capacity.ts";

describe("WindowsCapacity", () => {
  it("says what its hosts are to the rules", async () => {
    const planned = await record(() => ({ group: new WindowsCapacity("hosts", hostArgs).group }), { config });
    expect(planned.outputs.group).toEqual({
      operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
      cpuArchitecture: "X86_64",
      instanceTypes: ["m6i.xlarge"],
      maximumHosts: 4,
      reservedMemoryMiB: 2048,
      taskCleanupSeconds: 600,
      eniTrunking: false,
    });
  });

  it("gives what people look for in the console", async () => {
    const planned = await record(
      () => {
        const { capacityProviderName, autoScalingGroupName, instanceRoleArn, securityGroupId } = new WindowsCapacity(
          "hosts",
          hostArgs,
        );
        return { capacityProviderName, autoScalingGroupName, instanceRoleArn, securityGroupId };
      },
      { config },
    );
    const own = "acme:cluster:WindowsCapacity$aws:";
    expect(planned.outputs).toEqual({
      capacityProviderName: `\${${own}ecs/capacityProvider:CapacityProvider::hosts.name}`,
      autoScalingGroupName: `\${${own}autoscaling/group:Group::hosts.name}`,
      instanceRoleArn: `\${${own}iam/role:Role::hosts-hosts.arn}`,
      securityGroupId: `\${${own}ec2/securityGroup:SecurityGroup::hosts-hosts.id}`,
    });
  });

  it("is the parent of all that it creates, or the grandparent", async () => {
    const planned = await planWindows();
    const urn = ofType(planned, "acme:cluster:WindowsCapacity")[0]?.urn;
    const orphans = planned.resources.filter(
      (each) => !each.component && !each.urn.startsWith(`${urn?.split("::")[0]}$`),
    );
    expect(orphans).toEqual([]);
  });
});
