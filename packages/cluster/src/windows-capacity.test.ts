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

  it("lets tasks ask the name servers that they get from their host, and nobody else", async () => {
    const domainJoin = {
      directoryId: "d-1234567890",
      domainName: "corp.example.com",
      clientSecurityGroupId: "sg-directory",
      dnsServers: ["10.0.1.10", "10.0.2.10"],
    };
    const planned = await record(
      () => ({ groups: new WindowsCapacity("hosts", { ...hostArgs, domainJoin }).taskSecurityGroupIds }),
      { config },
    );
    const group = "${acme:cluster:WindowsCapacity$aws:ec2/securityGroup:SecurityGroup::hosts-dns.id}";
    expect(planned.outputs.groups).toEqual([group]);
    const rules = ofType(planned, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    expect(rules.map(({ inputs }) => inputs).filter((inputs) => inputs.securityGroupId === group)).toEqual(
      ["10.0.1.10/32", "10.0.2.10/32"].flatMap((cidrIpv4) =>
        ["tcp", "udp"].map((ipProtocol) => ({
          securityGroupId: group,
          description: "DNS",
          ipProtocol,
          fromPort: 53,
          toPort: 53,
          cidrIpv4,
        })),
      ),
    );
  });

  it("asks nothing of tasks where hosts have the VPC's resolver", async () => {
    const planned = await record(() => ({ groups: new WindowsCapacity("hosts", hostArgs).taskSecurityGroupIds }), {
      config,
    });
    expect(planned.outputs.groups).toEqual([]);
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
