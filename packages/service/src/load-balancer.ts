import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { AccessLogBucket } from "./access-log-bucket.ts";

/** What a load balancer is made of. */
export interface LoadBalancerArgs {
  subnetIds: pulumi.Input<string>[];
  securityGroupId: pulumi.Input<string>;
  internal: boolean;
  deletionProtection: boolean;
  accessLogs: AccessLogBucket;
}

/** Creates an Application Load Balancer that drops malformed headers and logs every request. */
export function createLoadBalancer(parent: pulumi.Resource, name: string, args: LoadBalancerArgs): aws.lb.LoadBalancer {
  return new aws.lb.LoadBalancer(
    name,
    {
      loadBalancerType: "application",
      internal: args.internal,
      subnets: args.subnetIds,
      securityGroups: [args.securityGroupId],
      ipAddressType: "ipv4",
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
      enableDeletionProtection: args.deletionProtection,
      accessLogs: { bucket: args.accessLogs.bucket, enabled: true },
    },
    { parent, dependsOn: [args.accessLogs.policy] },
  );
}
