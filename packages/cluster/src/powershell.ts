import * as pulumi from "@pulumi/pulumi";

/**
 * A text as one PowerShell expression that can neither end early nor be expanded.
 *
 * Plain ASCII becomes a single-quoted string, in which only the quote itself needs care. Anything else, and every `<`, is
 * carried in Base64: PowerShell takes typographic quotes for quotes, Windows PowerShell reads a script without a byte order
 * mark in the code page of the host, and EC2Launch looks for its tags anywhere in the user data.
 */
export function quoted(text: string): string {
  if (/^[ -;=-~]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  const base64 = Buffer.from(text, "utf8").toString("base64");
  return `([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64}')))`;
}

/**
 * What AWS calls something, as a PowerShell expression. A plain value is quoted by `quoted`. One that is known only later
 * stands between quotes as it is, so that a plan shows where it comes from: names of clusters and directories, ids and ARNs
 * have no character that could end the string, by the patterns of AWS (botocore 1.43.107 ds DirectoryName, DirectoryId).
 */
export function quotedName(name: pulumi.Input<string>): pulumi.Input<string> {
  return typeof name === "string" ? quoted(name) : pulumi.interpolate`'${name}'`;
}
