import * as aws from "@pulumi/aws";
import type { Vpc } from "@pulumi/awsx/ec2/vpc.js";
import * as pulumi from "@pulumi/pulumi";
import type { EndpointService } from "./network-args.ts";

/** Lets every subnet reach S3, where the layers of ECR images lie, without NAT. It costs nothing. */
export function createS3Endpoint(parent: pulumi.Resource, name: string, vpc: Vpc): void {
  new aws.ec2.VpcEndpoint(
    `${name}-s3`,
    {
      vpcId: vpc.vpcId,
      serviceName: serviceName("s3"),
      vpcEndpointType: "Gateway",
      routeTableIds: vpc.routeTables.apply((tables) => tables.map((table) => table.id)),
    },
    { parent, protect: false },
  );
}

interface InterfaceEndpointsArgs {
  services: EndpointService[];
  vpcId: pulumi.Input<string>;
  subnetIds: pulumi.Input<string>[];
  cidrBlock: string;
}

/** Puts the chosen services into the private subnets, open to HTTPS from within the VPC. */
export function createInterfaceEndpoints(parent: pulumi.Resource, name: string, args: InterfaceEndpointsArgs): void {
  if (args.services.length === 0) return;
  const { vpcId, subnetIds, cidrBlock } = args;
  const group = new aws.ec2.SecurityGroup(
    `${name}-endpoints`,
    { vpcId, description: "HTTPS from the network to AWS services" },
    { parent, protect: false },
  );
  new aws.vpc.SecurityGroupIngressRule(
    `${name}-endpoints`,
    { securityGroupId: group.id, cidrIpv4: cidrBlock, ipProtocol: "tcp", fromPort: 443, toPort: 443 },
    { parent: group },
  );
  for (const service of args.services) {
    new aws.ec2.VpcEndpoint(
      `${name}-${service}`,
      {
        vpcId,
        serviceName: serviceName(service),
        vpcEndpointType: "Interface",
        subnetIds,
        securityGroupIds: [group.id],
        privateDnsEnabled: true,
      },
      { parent, protect: false },
    );
  }
}

function serviceName(service: string): pulumi.Output<string> {
  return pulumi.interpolate`com.amazonaws.${aws.getRegionOutput().region}.${service}`;
}
