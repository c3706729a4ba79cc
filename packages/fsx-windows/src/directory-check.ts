import { isIPv4 } from "node:net";
import * as pulumi from "@pulumi/pulumi";
import type {
  ActiveDirectoryArgs,
  ExistingManagedDirectory,
  ManagedDirectory,
  SelfManagedDirectory,
} from "./active-directory-args.ts";
import { domainNameMistakes, managedNameMistakes } from "./directory-names.ts";

/** Refuses what AWS would refuse, all mistakes at once. */
export function checkDirectory(component: pulumi.Resource, name: string, args: ActiveDirectoryArgs): void {
  const mistakes = directoryMistakes(args);
  if (mistakes.length === 0) return;
  throw new pulumi.ResourceError(`ActiveDirectory "${name}": ${mistakes.join(" ")}`, component, true);
}

/** What AWS would refuse, each with what to do. Values that only AWS knows pass. */
export function directoryMistakes(args: ActiveDirectoryArgs): string[] {
  const { directory } = args;
  return [
    ...domainNameMistakes(directory.domainName),
    ...(directory.kind === "managed" ? managedMistakes(directory, args) : []),
    ...(directory.kind === "existing-managed" ? existingMistakes(directory) : []),
    ...(directory.kind === "self-managed" ? selfManagedMistakes(directory) : []),
    ...subnetMistakes(args),
  ];
}

function managedMistakes({ edition, domainName, shortName }: ManagedDirectory, args: ActiveDirectoryArgs): string[] {
  const mistakes = managedNameMistakes(domainName, shortName);
  if (edition !== "Standard" && edition !== "Enterprise") {
    mistakes.push(`edition "${edition}" is not known. Use "Standard" or "Enterprise".`);
  }
  if (args.kmsKeyArn === undefined) {
    mistakes.push("The administrator's secret has no key. Give kmsKeyArn, the ARN of a customer key.");
  }
  return [...mistakes, ...windowMistakes(args.secretRecoveryWindowDays)];
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html */
function windowMistakes(days = 30): string[] {
  if (days === 0 || (Number.isInteger(days) && days >= 7 && days <= 30)) return [];
  return [`secretRecoveryWindowDays ${days} is not allowed. Use a whole number of days, 7–30, or 0.`];
}

function existingMistakes({ directoryId, dnsIpAddresses }: ExistingManagedDirectory): string[] {
  const mistakes = addressMistakes(dnsIpAddresses);
  if (/^d-[0-9a-f]{10}$/.test(directoryId)) return mistakes;
  return [`directoryId "${directoryId}" is no directory. Write it as "d-" and ten hexadecimal digits.`, ...mistakes];
}

/** botocore 1.43.107 fsx CustomerSecretsManagerARN, SelfManagedActiveDirectoryConfiguration */
function selfManagedMistakes(directory: SelfManagedDirectory): string[] {
  const { dnsIpAddresses, joinSecretArn, organizationalUnit } = directory;
  const mistakes = addressMistakes(dnsIpAddresses);
  if (!/^arn:[^:]+:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-[a-zA-Z0-9]{6}$/.test(joinSecretArn)) {
    mistakes.push(
      `joinSecretArn "${joinSecretArn}" is no ARN of a secret. Give it whole, with its last six characters.`,
    );
  }
  if (organizationalUnit !== undefined && !/^OU=.{1,1997}$/i.test(organizationalUnit)) {
    const problem = `organizationalUnit "${organizationalUnit}" is no organizational unit`;
    mistakes.push(`${problem}. Write it as "OU=FSx,DC=corp,DC=example,DC=com".`);
  }
  return mistakes;
}

function addressMistakes(addresses: string[]): string[] {
  const foreign = addresses.filter((address) => !isIPv4(address));
  const repeated = addresses.filter((address, index) => addresses.indexOf(address) !== index);
  const mistakes = [
    ...foreign.map((address) => `dnsIpAddresses has "${address}", no IPv4 address. Write it as "10.0.0.10".`),
    ...[...new Set(repeated)].map((address) => `dnsIpAddresses has ${address} twice. Give each address once.`),
  ];
  if (addresses.length < 1 || addresses.length > 3) {
    mistakes.push(`dnsIpAddresses has ${addresses.length} addresses. Give 1–3.`);
  }
  return mistakes;
}

function subnetMistakes({ subnetIds, directory, nameResolution }: ActiveDirectoryArgs): string[] {
  const repeated = subnetIds.filter((id, index) => typeof id === "string" && subnetIds.indexOf(id) !== index);
  const mistakes = [...new Set(repeated)].map((id) => `The subnet ${id} is given twice. Give one for each zone.`);
  const inTwoZones = [
    ...(directory.kind === "managed" ? ["A managed directory"] : []),
    ...(nameResolution === "resolver-endpoint" ? ["A Resolver endpoint"] : []),
  ];
  if (subnetIds.length >= 2) return mistakes;
  const given = subnetIds.length === 1 ? "1 subnet" : "no subnets";
  return [
    ...mistakes,
    ...inTwoZones.map((what) => `${what} stands in two zones, and gets ${given}. Give one in each of two zones.`),
  ];
}
