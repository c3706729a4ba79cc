import * as pulumi from "@pulumi/pulumi";
import { quotedName } from "./powershell.ts";

/**
 * A PowerShell function `Set-HostNameServer`; it needs `Invoke-WithRetry`. The addresses take the place of what DHCP gave,
 * on the adapters of the machine alone, not on those that Windows makes for containers
 * (https://learn.microsoft.com/powershell/module/dnsclient/set-dnsclientserveraddress).
 */
export function nameServerScript(addresses: pulumi.Input<string>[]): pulumi.Output<string> {
  const list = addresses.flatMap((address, index) =>
    index === 0 ? [quotedName(address)] : [", ", quotedName(address)],
  );
  return pulumi.interpolate`function Set-HostNameServer {
  Invoke-WithRetry 'Setting the name servers' {
    $adapters = @(Get-NetAdapter -Physical | Where-Object { $_.Status -eq 'Up' })
    if ($adapters.Count -eq 0) { throw 'No network adapter is up.' }
    Set-DnsClientServerAddress -InterfaceIndex $adapters.InterfaceIndex -ServerAddresses ${pulumi.concat(...list)}
    Clear-DnsClientCache
  }
}
`;
}
