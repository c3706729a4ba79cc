import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** TLS 1.2 and 1.3 with forward secrecy only: one of those that Security Hub's ELB.17 accepts. */
export const tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

/** Between whom a listener stands. */
export interface ListenerParts {
  loadBalancer: aws.lb.LoadBalancer;
  targetGroup: aws.lb.TargetGroup;
  /**
   * ARN of an issued certificate.
   *
   * @default - HTTP, in the clear
   */
  certificateArn?: pulumi.Input<string>;
}

/** Ports that clients may reach: 443, and 80 to be sent there; or 80 alone in the clear. */
export function listenerPorts(encrypted: boolean): number[] {
  return encrypted ? [443, 80] : [80];
}

/** Creates the listeners: HTTPS and a permanent redirect to it, or HTTP alone. */
export function createListeners(
  parent: pulumi.Resource,
  name: string,
  { loadBalancer, targetGroup, certificateArn }: ListenerParts,
): aws.lb.Listener[] {
  const loadBalancerArn = loadBalancer.arn;
  const forward = { type: "forward", targetGroupArn: targetGroup.arn };
  const http = (action: aws.types.input.lb.ListenerDefaultAction) =>
    new aws.lb.Listener(
      `${name}-http`,
      { loadBalancerArn, port: 80, protocol: "HTTP", defaultActions: [action] },
      { parent },
    );
  if (certificateArn === undefined) return [http(forward)];
  const https = new aws.lb.Listener(
    `${name}-https`,
    {
      loadBalancerArn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: tlsPolicy,
      certificateArn,
      defaultActions: [forward],
    },
    { parent },
  );
  return [https, http({ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } })];
}
