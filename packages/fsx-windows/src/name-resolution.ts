import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ActiveDirectoryArgs } from "./active-directory-args.ts";
import { createControllersGroup, type DomainControllers } from "./directory-controllers.ts";
import { domainControllerPorts } from "./domain-controller-ports.ts";

/**
 * Lets the VPC find the domain.
 *
 * @returns what must stand before a host can find it.
 */
export function createNameResolution(
  parent: pulumi.Resource,
  name: string,
  args: ActiveDirectoryArgs,
  controllers: DomainControllers,
): pulumi.CustomResource[] {
  switch (args.nameResolution) {
    case "resolver-endpoint":
      return createResolverEndpoint(parent, name, args, controllers);
    case "dhcp-options":
      return createDhcpOptions(parent, name, args, controllers);
    case "hosts":
    case "existing":
      return [];
  }
}

/** Hands questions about the domain, and those alone, to its controllers. */
function createResolverEndpoint(
  parent: pulumi.Resource,
  name: string,
  { vpcId, subnetIds, directory }: ActiveDirectoryArgs,
  { dnsIpAddresses, destinations }: DomainControllers,
): pulumi.CustomResource[] {
  const groupId = createControllersGroup(parent, `${name}-resolver`, {
    vpcId,
    description: "Resolver endpoint of the directory",
    ports: domainControllerPorts.filter(({ fromPort }) => fromPort === 53),
    destinations,
  });
  const endpoint = new aws.route53.ResolverEndpoint(
    name,
    {
      direction: "OUTBOUND",
      ipAddresses: subnetIds.slice(0, 2).map((subnetId) => ({ subnetId })),
      securityGroupIds: [groupId],
    },
    { parent, protect: false },
  );
  const forward = new aws.route53.ResolverRule(
    name,
    {
      ruleType: "FORWARD",
      domainName: directory.domainName,
      resolverEndpointId: endpoint.id,
      targetIps: dnsIpAddresses.map((ip) => ({ ip })),
    },
    { parent, protect: false },
  );
  const association = new aws.route53.ResolverRuleAssociation(
    name,
    { resolverRuleId: forward.id, vpcId },
    { parent, protect: false },
  );
  return [association];
}

/** Makes everything in the VPC ask the controllers, for all names. Options cannot be changed: a change replaces them. */
function createDhcpOptions(
  parent: pulumi.Resource,
  name: string,
  { vpcId, directory }: ActiveDirectoryArgs,
  { dnsIpAddresses }: DomainControllers,
): pulumi.CustomResource[] {
  void pulumi.log.warn(
    `ActiveDirectory "${name}": With dhcp-options everything in the VPC asks the domain controllers for names. Tasks and hosts that may only reach port 443 resolve none: open port 53 for them, or use hosts or resolver-endpoint.`,
    parent,
  );
  const options = new aws.ec2.VpcDhcpOptions(
    name,
    { domainName: directory.domainName, domainNameServers: dnsIpAddresses },
    { parent, protect: false },
  );
  const association = new aws.ec2.VpcDhcpOptionsAssociation(
    name,
    { dhcpOptionsId: options.id, vpcId },
    { parent, protect: false },
  );
  return [association];
}
