import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { after } from "./directory-order.ts";
import type { DomainControllerPort } from "./domain-controller-ports.ts";

/** Where a way to domain controllers ends: at all that wear a security group, or at one address. */
export type Destination = { referencedSecurityGroupId: pulumi.Input<string> } | { cidrIpv4: string };

/** The domain controllers, as those know them that speak to them. */
export interface DomainControllers {
  /** They answer DNS too. */
  dnsIpAddresses: pulumi.Input<string>[];
  destinations: Destination[];
}

/** Controllers that are known by their addresses alone. */
export function controllersAt(dnsIpAddresses: string[]): DomainControllers {
  return { dnsIpAddresses, destinations: dnsIpAddresses.map((address) => ({ cidrIpv4: `${address}/32` })) };
}

/** What a group is for, and where it lets its wearers go. */
export interface ControllersGroupArgs {
  vpcId: pulumi.Input<string>;
  description: string;
  ports: readonly DomainControllerPort[];
  destinations: Destination[];
}

/**
 * Creates a group that opens the given ports to the controllers, and nothing else in or out.
 *
 * @returns its id, known once all the ways are open: what wears it earlier fails.
 */
export function createControllersGroup(
  parent: pulumi.Resource,
  name: string,
  { vpcId, description, ports, destinations }: ControllersGroupArgs,
): pulumi.Output<string> {
  const group = new aws.ec2.SecurityGroup(name, { vpcId, description }, { parent, protect: false });
  const rules = destinations.flatMap((destination) =>
    ports.map(({ protocol, fromPort, toPort, purpose }) => {
      const address = "cidrIpv4" in destination ? `-${destination.cidrIpv4.replace("/32", "")}` : "";
      return new aws.vpc.SecurityGroupEgressRule(
        `${name}-${protocol}-${fromPort}${address}`,
        {
          securityGroupId: group.id,
          description: `Domain controllers: ${purpose}`,
          ipProtocol: protocol,
          fromPort,
          toPort,
          ...destination,
        },
        { parent: group, protect: false },
      );
    }),
  );
  return after(rules, group.id);
}
