import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * An ARN in this account and Region, in the partition that the Region is in.
 *
 * @param service the ARN's service, such as `ecs`.
 * @param resource what follows the account, such as `task/*`.
 */
export function arnHere(service: string, resource: pulumi.Input<string>): pulumi.Output<string> {
  const { partition } = aws.getPartitionOutput();
  const { region } = aws.getRegionOutput();
  const { accountId } = aws.getCallerIdentityOutput();
  return pulumi.interpolate`arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}
