import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { createAccessLogBucket } from "./access-log-bucket.ts";
import { createAliasRecord, createCertificate } from "./certificate.ts";
import { createListeners, listenerPorts } from "./listener.ts";
import type { LoadBalancedServiceArgs } from "./load-balanced-service-args.ts";
import { portOf } from "./load-balanced-service-check.ts";
import { createLoadBalancer } from "./load-balancer.ts";
import { createLoadBalancerGroup, type RuledGroup } from "./security-groups.ts";
import { createTargetGroup } from "./target-group.ts";

/** The way in: from a name on the internet to the tasks' port. */
export interface Entrance {
  loadBalancer: aws.lb.LoadBalancer;
  targetGroup: aws.lb.TargetGroup;
  /** What must stand before the service: a target group that no listener uses is refused, and so are shut doors. */
  ready: pulumi.Resource[];
}

/** Creates the load balancer with all that belongs to it. */
export function createEntrance(
  parent: pulumi.Resource,
  name: string,
  args: LoadBalancedServiceArgs,
  tasks: RuledGroup,
): Entrance {
  const { vpcId, domain, internal = false } = args;
  const { containerPort } = portOf(args);
  const ports = listenerPorts(domain !== undefined);
  const door = createLoadBalancerGroup(parent, name, { vpcId, ports, tasks: tasks.group, containerPort });
  const loadBalancer = createLoadBalancer(parent, name, {
    subnetIds: internal ? args.privateSubnetIds : (args.publicSubnetIds ?? []),
    securityGroupId: door.group.id,
    internal,
    deletionProtection: args.deletionProtection ?? true,
    accessLogs: createAccessLogBucket(parent, `${name}-access-logs`, args.accessLogs ?? {}),
  });
  const targetGroup = createTargetGroup(parent, name, {
    vpcId,
    containerPort,
    healthCheck: args.healthCheck ?? {},
    drainSeconds: args.drainSeconds ?? 30,
  });
  const certificateArn = domain && createCertificate(parent, name, domain);
  const listeners = createListeners(parent, name, { loadBalancer, targetGroup, certificateArn });
  if (domain !== undefined) createAliasRecord(parent, name, domain, loadBalancer);
  return { loadBalancer, targetGroup, ready: [...listeners, ...tasks.rules, ...door.rules] };
}
