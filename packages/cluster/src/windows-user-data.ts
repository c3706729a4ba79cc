import * as pulumi from "@pulumi/pulumi";
import type { AgentSettings } from "./agent-settings.ts";
import type { DomainJoin } from "./domain-join.ts";
import { agentScript } from "./windows-agent-script.ts";
import { domainJoinScript } from "./windows-domain-join-script.ts";
import { nameServerScript } from "./windows-name-server-script.ts";

/** What a Windows host does when it starts. */
export interface WindowsUserDataSettings extends AgentSettings {
  /**
   * Directory that the host joins before its agent starts.
   *
   * @default - none
   */
  domainJoin?: DomainJoin;
}

/**
 * The user data of a Windows host, which runs at each start of the host, not at its first alone. A host in no domain joins
 * it and restarts; the next run then starts the agent, as does the run after any later restart.
 *
 * What fails is tried for about eight minutes. Then the host says so and shuts down, and never takes tasks without its
 * domain; a launch template that terminates on shutdown makes the Auto Scaling group start another. It says so in
 * `C:\ProgramData\Amazon\host-start.log` and on its serial port, which is to be read for an hour after the host has gone:
 * `aws ec2 get-console-output --latest --instance-id <instance id>`
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-console.html). Session Manager lets nobody in while user
 * data runs: EC2Launch starts it afterwards (https://github.com/CloudSnorkel/cdk-github-runners/pull/567).
 *
 * Each host leaves an account of its computer in the directory, as the role may only create them; they can be removed at
 * any time once the host has gone.
 */
export function windowsUserData(settings: WindowsUserDataSettings): pulumi.Output<string> {
  const { domainJoin } = settings;
  const dnsServers = domainJoin?.dnsServers ?? [];
  const nameServers = dnsServers.length === 0 ? "" : pulumi.interpolate`${nameServerScript(dnsServers)}\n`;
  const join = domainJoin === undefined ? "" : pulumi.interpolate`${domainJoinScript(domainJoin)}\n`;
  return pulumi.interpolate`<powershell>
${prelude}
${nameServers}${join}${agentScript(settings)}
try {
${dnsServers.length === 0 ? "" : "  Set-HostNameServer\n"}${domainJoin === undefined ? "" : joinPass}  Start-EcsAgent
} catch {
  Write-HostLog ('This host can take no tasks and shuts down. ' + $_.Exception.Message)
  shutdown.exe /s /f /t 60
  exit 1
}
</powershell>
<persist>true</persist>
`;
}

/**
 * The preference is global, since cmdlets that a module writes in PowerShell, as those of the network, do not see that of a
 * script. An exception is logged by its message alone: its other parts may cite what a command was given.
 */
const prelude = `$global:ErrorActionPreference = 'Stop'

function Write-HostLog([string] $Text) {
  $line = '{0:u} {1}' -f (Get-Date).ToUniversalTime(), $Text
  Write-Host $line
  Add-Content -Path 'C:\\ProgramData\\Amazon\\host-start.log' -Value $line -ErrorAction SilentlyContinue
  try {
    $port = New-Object System.IO.Ports.SerialPort 'COM1'
    $port.WriteTimeout = 5000
    $port.Open()
    $port.WriteLine($line)
  } catch {
    Write-Host 'The serial port cannot be written to.'
  } finally {
    if ($port) { $port.Dispose() }
  }
}

function Invoke-WithRetry([string] $Step, [scriptblock] $Action) {
  foreach ($wait in 15, 30, 60, 120, 240, 0) {
    try {
      & $Action
      Write-HostLog ($Step + ' is done.')
      return
    } catch {
      Write-HostLog ($Step + ' failed. ' + $_.Exception.Message)
      if ($wait -eq 0) { throw }
      Start-Sleep -Seconds $wait
    }
  }
}
`;

/** The half minute lets EC2Launch note that the user data ran, without which it may not run it again. */
const joinPass = `  if (-not (Get-CimInstance -ClassName Win32_ComputerSystem).PartOfDomain) {
    Join-HostDomain
    Write-HostLog 'This host restarts as a member of its domain, and starts its agent then.'
    shutdown.exe /r /f /t 30
    exit 0
  }
`;
