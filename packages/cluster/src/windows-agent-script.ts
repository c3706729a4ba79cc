import * as pulumi from "@pulumi/pulumi";
import { type AgentSettings, agentVariables } from "./agent-settings.ts";
import { quoted, quotedName } from "./powershell.ts";

const defaults = { imagePullInactivitySeconds: 1800, containerStartTimeoutSeconds: 900 };

/**
 * A PowerShell function `Start-EcsAgent`; it needs `Invoke-WithRetry`.
 *
 * The variables come first, in the scope of the machine: `Initialize-ECSAgent` reads them
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bootstrap_windows_container_instance.html). Before each
 * start goes what a former one left of the proxy for credentials, an address and the forwarding of its port, which do not
 * outlive a restart in working order
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_IAM_roles.html).
 *
 * `Initialize-ECSAgent` may end without an agent that runs, now and then where Windows is late with its network
 * (https://github.com/aws/amazon-ecs-agent/issues/4445): hence the look at the service.
 */
export function agentScript(settings: AgentSettings): pulumi.Output<string> {
  return pulumi.interpolate`function Start-EcsAgent {
${variableLines(settings)}
  Invoke-WithRetry 'Starting the ECS agent' {
    netsh.exe interface portproxy delete v4tov4 listenaddress=169.254.170.2 listenport=80 | Out-Null
    $stale = Get-NetIPAddress -IPAddress '169.254.170.2' -ErrorAction SilentlyContinue
    if ($stale) { $stale | Remove-NetIPAddress -Confirm:$false }
    Import-Module ECSTools
    $agent = @{
      Cluster = ${quotedName(settings.clusterName)}
      EnableTaskIAMRole = $true
      EnableTaskENI = $true
      AwsvpcBlockIMDS = $true
      LoggingDrivers = '["json-file","awslogs"]'
    }
    Initialize-ECSAgent @agent
    if ((Get-Service -Name AmazonECS).Status -ne 'Running') { throw 'The service AmazonECS does not run.' }
  }
}
`;
}

function variableLines(settings: AgentSettings): string {
  const variables = agentVariables({
    ...settings,
    imagePullInactivitySeconds: settings.imagePullInactivitySeconds ?? defaults.imagePullInactivitySeconds,
    containerStartTimeoutSeconds: settings.containerStartTimeoutSeconds ?? defaults.containerStartTimeoutSeconds,
  });
  return [["ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE", "true"], ...variables]
    .map(([name, value]) => `  [Environment]::SetEnvironmentVariable('${name}', ${quoted(String(value))}, 'Machine')`)
    .join("\n");
}
