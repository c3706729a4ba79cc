import { ofType, only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { planWindows } from "./test-hosts.ts";

const group = "acme:cluster:WindowsCapacity$aws:ec2/securityGroup:SecurityGroup::hosts-hosts";

describe("Security group of hosts", () => {
  it("lets HTTPS out and nothing in", async () => {
    const planned = await planWindows();
    expect(only(planned, "aws:ec2/securityGroup:SecurityGroup").inputs).toEqual({
      vpcId: "vpc-1",
      description: "Hosts of the cluster",
    });
    expect(only(planned, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").inputs).toEqual({
      securityGroupId: `\${${group}.id}`,
      description: "AWS APIs and container registries",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
    });
    expect(ofType(planned, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual([]);
  });

  it("has its way out before a host starts", async () => {
    const planned = await planWindows();
    const rule = only(planned, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    expect(only(planned, "aws:ec2/launchTemplate:LaunchTemplate").dependencies).toContain(rule.urn);
  });
});
