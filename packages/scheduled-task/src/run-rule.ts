import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** The runs of one schedule, as the events of ECS tell them apart. */
export interface Runs {
  clusterArn: pulumi.Input<string>;
  /** The ECS task group that the schedule gives to its tasks, and nothing else does. */
  taskGroup: pulumi.Input<string>;
  /** The container that does the job; others may end in any way. */
  containerName: string;
}

/**
 * A rule for runs whose job ended by itself and exited with 0.
 *
 * Stop codes and exit codes are fields of the event:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export function createSuccessRule(parent: pulumi.Resource, name: string, runs: Runs): aws.cloudwatch.EventRule {
  return createRule(parent, name, runs, {
    what: "ended well",
    how: {
      stopCode: ["EssentialContainerExited"],
      containers: { name: [runs.containerName], exitCode: [0] },
    },
  });
}

/**
 * A rule for runs that could not start, that Spot or a person cut short, or whose job exited with another code than 0.
 *
 * A task that never started has no exit code, hence the two patterns.
 */
export function createFailureRule(parent: pulumi.Resource, name: string, runs: Runs): aws.cloudwatch.EventRule {
  return createRule(parent, name, runs, {
    what: "failed or were cut short",
    how: {
      $or: [
        { stopCode: [{ "anything-but": ["EssentialContainerExited"] }] },
        { containers: { name: [runs.containerName], exitCode: [{ "anything-but": [0] }] } },
      ],
    },
  });
}

function createRule(
  parent: pulumi.Resource,
  name: string,
  { clusterArn, taskGroup }: Runs,
  { what, how }: { what: string; how: Record<string, unknown> },
): aws.cloudwatch.EventRule {
  const eventPattern = pulumi.jsonStringify({
    source: ["aws.ecs"],
    "detail-type": ["ECS Task State Change"],
    detail: { clusterArn: [clusterArn], group: [taskGroup], lastStatus: ["STOPPED"], ...how },
  });
  return new aws.cloudwatch.EventRule(name, { description: `Runs that ${what}`, eventPattern }, { parent });
}
