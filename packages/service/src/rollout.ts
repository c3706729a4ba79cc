import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * The task definition that the service runs, once it is steady. The provider follows the new deployment and fails `up`
 * with ECS's reason where it was rolled back. Where it takes the deployment for an older one, as when this machine's
 * clock is ahead of AWS's, it waits for steady tasks alone, which there are after the way back too
 * (https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ecs/service.go): then this output
 * fails, and with it `up`.
 */
export function deployedTaskDefinition(
  component: pulumi.Resource,
  title: string,
  service: aws.ecs.Service,
  wanted: pulumi.Input<string>,
): pulumi.Output<string> {
  return pulumi.all([service.taskDefinition, service.name, wanted]).apply(([running, serviceName, asked]) => {
    const mistake = rolledBack(String(running), asked, serviceName);
    if (mistake === undefined) return asked;
    throw new pulumi.ResourceError(`${title}: ${mistake}`, component, true);
  });
}

/** What to say where the service does not run the version that it was asked to. */
export function rolledBack(running: string, asked: string, serviceName: string): string | undefined {
  const [is, should] = [revisionOf(running), revisionOf(asked)];
  if (is === should) return undefined;
  return (
    `ECS runs ${is} and not ${should}: the new version was rolled back. Read the events of service ${serviceName} ` +
    "and the logs of its stopped tasks, mend the cause and run up again."
  );
}

/** `family:revision`, whether given as such or in an ARN. */
function revisionOf(taskDefinition: string): string {
  return taskDefinition.split("/").at(-1) ?? taskDefinition;
}
