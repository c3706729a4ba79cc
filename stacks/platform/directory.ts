import { refused } from "@acme/config";
import { z } from "zod";

const domainName = z.string().describe("Full name of the domain. It cannot be changed later: hosts and files join it.");
const dnsIpAddresses = z.array(z.string()).describe("Addresses of its DNS servers, the domain controllers.");
const nameResolution = z
  .enum(["resolver-endpoint", "dhcp-options", "hosts", "existing"])
  .describe(
    "How the domain is found: a Route 53 Resolver endpoint for its names alone, 182.50 USD a month; DHCP options, free, " +
      "by which everything in the network asks the domain controllers for all names; by the hosts alone, free, which " +
      "then do so; or the network finds it already.",
  );

const none = z.strictObject({ kind: z.literal("none").describe("No directory: windows-iis cannot stand here.") });

const managed = z.strictObject({
  kind: z.literal("managed").describe("A new AWS Managed Microsoft AD."),
  edition: z
    .enum(["Standard", "Enterprise"])
    .describe("Standard for 87.60 USD a month, Enterprise for 292.00. A change replaces the directory."),
  domainName,
  shortName: z.string().optional().describe("NetBIOS name; the first part of the domain name, if left out."),
  nameResolution,
});

const existing = z.strictObject({
  kind: z.literal("existing-managed").describe("An AWS Managed Microsoft AD that is there."),
  directoryId: z
    .string()
    .regex(/^d-[0-9a-f]{10}$/, refused("is no directory. Write it as d- and ten hexadecimal digits."))
    .describe("Its id."),
  domainName,
  dnsIpAddresses,
  nameResolution,
});

const selfManaged = z.strictObject({
  kind: z.literal("self-managed").describe("Domain controllers of your own, which the network can reach."),
  domainName,
  dnsIpAddresses,
  joinSecretArn: z.string().describe("Secret of the account that joins hosts and file systems."),
  joinSecretKmsKeyArn: z.string().optional().describe("Customer key of that secret; AWS's own, if left out."),
  organizationalUnit: z.string().optional().describe("Where their accounts go; the directory's own, if left out."),
  fileSystemAdministratorsGroup: z
    .string()
    .optional()
    .describe("Who manages file systems; Domain Admins, if left out."),
  nameResolution,
});

/** The directory of the environment, which Windows hosts and file systems join. */
export const directory = z
  .discriminatedUnion("kind", [none, managed, existing, selfManaged])
  .default({ kind: "none" })
  .describe("The directory that Windows hosts and file systems join.");
