import * as pulumi from "@pulumi/pulumi";
import { type AgentSettings, agentVariables } from "./agent-settings.ts";

/**
 * The user data of a Linux host, which runs once, at its first start. It only writes the file that the agent reads: the
 * agent starts by itself after it, and has roles of tasks, network mode awsvpc and logs by the execution role from
 * ecs-init (https://github.com/aws/amazon-ecs-agent/tree/master/ecs-init).
 */
export function linuxUserData(settings: AgentSettings): pulumi.Output<string> {
  const { clusterName } = settings;
  const variables = [["ECS_AWSVPC_BLOCK_IMDS", "true"], ...agentVariables(settings)];
  const lines = variables.map(([name, value]) => `  '${name}=${value}' \\\n`).join("");
  return pulumi.interpolate`#!/bin/bash
set -euo pipefail
printf '%s\\n' \\
  ${typeof clusterName === "string" ? shellQuoted(`ECS_CLUSTER=${clusterName}`) : later(clusterName)} \\
${lines}  >> /etc/ecs/ecs.config
`;
}

/** A name that is known only later stands as it is: by AWS's rule it has letters, digits, `_` and `-` alone. */
function later(clusterName: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.interpolate`'ECS_CLUSTER=${clusterName}'`;
}

/**
 * A text as one word of the shell.
 *
 * @throws {pulumi.RunError} where it has a control character: a line of its own would be one more setting of the agent.
 */
export function shellQuoted(text: string): string {
  if (/\p{Cc}/u.test(text)) {
    throw new pulumi.RunError(`User data cannot hold ${JSON.stringify(text)}. Remove the control characters.`);
  }
  return `'${text.replaceAll("'", "'\\''")}'`;
}
