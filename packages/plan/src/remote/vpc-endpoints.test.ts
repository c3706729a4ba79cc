import * as awsx from "@pulumi/awsx";
import { describe, expect, it } from "vitest";
import { ofType, only } from "../plan.ts";
import { record } from "../record.ts";

const plan = (args: awsx.ec2.VpcArgs) =>
  record(() => {
    new awsx.ec2.Vpc("net", { availabilityZoneNames: ["us-east-1a", "us-east-1b"], subnetStrategy: "Auto", ...args });
  });
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const interfaceEndpoint = { serviceName: "com.amazonaws.us-east-1.sts", vpcEndpointType: "Interface" };
const names = (references: unknown) => (references as string[]).map((text) => text.replace(/^.*::|\.id}$/g, ""));

describe("the endpoints of awsx:ec2:Vpc", () => {
  it("are made as they are given by the strategy Legacy", async () => {
    const planned = await plan({ tags: { owner: "network" }, vpcEndpointSpecs: [interfaceEndpoint] });
    expect(only(planned, ENDPOINT)).toMatchObject({
      name: "com.amazonaws.us-east-1.sts",
      parent: "awsx:ec2:Vpc$aws:ec2/vpc:Vpc::net",
      inputs: {
        ...interfaceEndpoint,
        vpcId: "${awsx:ec2:Vpc$aws:ec2/vpc:Vpc::net.id}",
        tags: { Name: "net", owner: "network" },
      },
    });
    expect(Object.keys(only(planned, ENDPOINT).inputs)).toHaveLength(4);
    expect(only(planned, "aws:ec2/vpc:Vpc").inputs.enableDnsHostnames).toBeUndefined();
  });

  it("stand in a private subnet of each zone behind a group of their own by the strategy Auto", async () => {
    const planned = await plan({ vpcEndpointStrategy: "Auto", vpcEndpointSpecs: [interfaceEndpoint] });
    const { inputs } = only(planned, ENDPOINT);
    expect(names(inputs.subnetIds)).toEqual(["net-private-1", "net-private-2"]);
    expect(names(inputs.securityGroupIds)).toEqual(["com.amazonaws.us-east-1.sts-sg"]);
    expect(inputs.privateDnsEnabled).toBe(true);
    expect(only(planned, "aws:ec2/securityGroupRule:SecurityGroupRule").inputs).toEqual({
      type: "ingress",
      securityGroupId:
        "${awsx:ec2:Vpc$aws:ec2/vpc:Vpc$aws:ec2/securityGroup:SecurityGroup::com.amazonaws.us-east-1.sts-sg.id}",
      protocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrBlocks: ["10.0.0.0/16"],
    });
    const { enableDnsHostnames, enableDnsSupport } = only(planned, "aws:ec2/vpc:Vpc").inputs;
    expect([enableDnsHostnames, enableDnsSupport]).toEqual([true, true]);
  });

  it("stand in isolated or public subnets where there are no private ones", async () => {
    const natGateways: awsx.ec2.VpcArgs["natGateways"] = { strategy: "None" };
    const spec: awsx.ec2.VpcArgs = { vpcEndpointStrategy: "Auto", vpcEndpointSpecs: [interfaceEndpoint], natGateways };
    const isolated = await plan({ ...spec, subnetSpecs: [{ type: "Public" }, { type: "Isolated" }] });
    expect(names(only(isolated, ENDPOINT).inputs.subnetIds)).toEqual(["net-isolated-1", "net-isolated-2"]);
    const open = await plan({ ...spec, subnetSpecs: [{ type: "Public" }] });
    expect(names(only(open, ENDPOINT).inputs.subnetIds)).toEqual(["net-public-1", "net-public-2"]);
  });

  it("let IPv6 in where they speak it", async () => {
    const dual = { ...interfaceEndpoint, ipAddressType: "dualstack" };
    const planned = await plan({ vpcEndpointStrategy: "Auto", vpcEndpointSpecs: [dual] });
    expect(only(planned, "aws:ec2/securityGroupRule:SecurityGroupRule").inputs.ipv6CidrBlocks).toEqual([
      "${awsx:ec2:Vpc$aws:ec2/vpc:Vpc::net.ipv6CidrBlock}",
    ]);
  });

  it("are in every route table where they are gateways", async () => {
    const vpcEndpointSpecs = [{ serviceName: "com.amazonaws.us-east-1.s3" }];
    const planned = await plan({ vpcEndpointStrategy: "Auto", vpcEndpointSpecs });
    const tables = ["net-public-1", "net-private-1", "net-public-2", "net-private-2"];
    expect(names(only(planned, ENDPOINT).inputs.routeTableIds)).toEqual(tables);
    expect(ofType(planned, "aws:ec2/securityGroup:SecurityGroup")).toEqual([]);
  });

  it("keep what they are given", async () => {
    const own = { privateDnsEnabled: false, subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] };
    const vpcEndpointSpecs = [{ ...interfaceEndpoint, ...own }];
    const planned = await plan({ vpcEndpointStrategy: "Auto", vpcEndpointSpecs, enableDnsSupport: false });
    expect(only(planned, ENDPOINT).inputs).toMatchObject(own);
    expect(only(planned, "aws:ec2/vpc:Vpc").inputs.enableDnsSupport).toBe(false);
  });
});
