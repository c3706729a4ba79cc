import * as pulumi from "@pulumi/pulumi";
import type { DomainJoin } from "./domain-join.ts";
import { quoted, quotedName } from "./powershell.ts";

type ManagedJoin = Extract<DomainJoin, { directoryId: unknown }>;
type SelfManagedJoin = Extract<DomainJoin, { joinSecretArn: unknown }>;

/** A PowerShell function `Join-HostDomain`; it needs `Invoke-WithRetry`. Nothing secret is in its text, nor in its log. */
export function domainJoinScript(join: DomainJoin): pulumi.Output<string> {
  return "directoryId" in join ? managedJoin(join) : selfManagedJoin(join);
}

/**
 * Directory Service makes the account of the computer, with a password that this host makes up; with it the host joins, and
 * Windows replaces it. The instance role is all that this needs, and no person's password is on the host.
 *
 * The account is made once and the join tried again, since the other domain controller learns of the account later. An
 * account of the same name from an earlier try cannot be taken over: the host fails, and the next one has another name.
 *
 * https://docs.aws.amazon.com/directoryservice/latest/devguide/API_CreateComputer.html
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.management/add-computer?view=powershell-5.1 (example 9)
 */
function managedJoin({ domainName, directoryId, organizationalUnit }: ManagedJoin): pulumi.Output<string> {
  const unit = option("OrganizationalUnitDistinguishedName", organizationalUnit);
  return pulumi.interpolate`function Get-HostRegion {
  $endpoint = 'http://169.254.169.254/latest'
  $lifetime = @{ 'X-aws-ec2-metadata-token-ttl-seconds' = '60' }
  $token = Invoke-RestMethod -Method Put -Uri "$endpoint/api/token" -Headers $lifetime
  Invoke-RestMethod -Uri "$endpoint/meta-data/placement/region" -Headers @{ 'X-aws-ec2-metadata-token' = $token }
}

function Join-HostDomain {
  $bytes = New-Object byte[] 32
  [Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($bytes)
  $password = 'aA1+' + [Convert]::ToBase64String($bytes)
  $account = @{
    DirectoryId = ${quotedName(directoryId)}
    ComputerName = $env:COMPUTERNAME
    Password = $password${unit}
    Force = $true
  }
  Invoke-WithRetry 'Creating the account of the computer' {
    New-DSComputer @account -Region (Get-HostRegion) | Out-Null
  }
  $credential = New-Object pscredential -ArgumentList ([pscustomobject]@{
    UserName = $null
    Password = (ConvertTo-SecureString -String $password -AsPlainText -Force)[0]
  })
  $join = @{
    DomainName = ${quotedName(domainName)}
    Options = 'UnsecuredJoin', 'PasswordPass'
    Credential = $credential
    Force = $true
  }
  Invoke-WithRetry 'Joining the domain' { Add-Computer @join }
}
`;
}

/** The account comes from the secret, at each try. A secret that is no JSON is not cited, as PowerShell would do. */
function selfManagedJoin({ domainName, joinSecretArn, organizationalUnit }: SelfManagedJoin): pulumi.Output<string> {
  const unit = option("OUPath", organizationalUnit);
  return pulumi.interpolate`function Get-JoinCredential([string] $Domain) {
  $arn = ${quotedName(joinSecretArn)}
  $text = (Get-SECSecretValue -SecretId $arn -Region $arn.Split(':')[3]).SecretString
  try { $account = $text | ConvertFrom-Json } catch { throw 'The secret with the joining account is no JSON object.' }
  $user = $account.CUSTOMER_MANAGED_ACTIVE_DIRECTORY_USERNAME
  $password = $account.CUSTOMER_MANAGED_ACTIVE_DIRECTORY_PASSWORD
  if (-not $user -or -not $password) { throw 'The secret with the joining account lacks one of its two keys.' }
  if ($user -notmatch '[\\\\@]') { $user = "$Domain\\$user" }
  New-Object pscredential -ArgumentList $user, (ConvertTo-SecureString -String $password -AsPlainText -Force)
}

function Join-HostDomain {
  $join = @{
    DomainName = ${quotedName(domainName)}${unit}
    Force = $true
  }
  Invoke-WithRetry 'Joining the domain' { Add-Computer @join -Credential (Get-JoinCredential $join.DomainName) }
}
`;
}

function option(name: string, value: string | undefined): string {
  return value === undefined ? "" : `\n    ${name} = ${quoted(value)}`;
}
