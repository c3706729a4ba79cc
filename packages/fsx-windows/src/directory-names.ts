/**
 * What is wrong with the name of a domain. FSx takes 47 characters and no single label
 * (https://docs.aws.amazon.com/fsx/latest/WindowsGuide/self-manage-prereqs.html).
 */
export function domainNameMistakes(domainName: string): string[] {
  if (!/^[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)+$/i.test(domainName)) {
    return [`domainName "${domainName}" is no full name of a domain. Write it as "corp.example.com".`];
  }
  if (domainName.length <= 47) return [];
  return [`domainName "${domainName}" has ${domainName.length} characters. FSx takes 47 at most: use a shorter one.`];
}

/** What Directory Service refuses beyond that (botocore 1.43.107 ds DirectoryName, DirectoryShortName). */
export function managedNameMistakes(domainName: string, shortName?: string): string[] {
  return [...hyphenMistakes(domainName), ...netBiosMistakes(domainName, shortName)];
}

function hyphenMistakes(domainName: string): string[] {
  if (!domainName.includes("--")) return [];
  return [`domainName "${domainName}" has two hyphens in a row, which Directory Service refuses. Use one.`];
}

/** NetBIOS keeps 15 characters for a name (https://learn.microsoft.com/troubleshoot/windows-server/active-directory/naming-conventions-for-computer-domain-site-ou). */
function netBiosMistakes(domainName: string, shortName?: string): string[] {
  if (shortName === undefined) {
    const label = domainName.split(".")[0] ?? "";
    if (label.length <= 15) return [];
    const problem = `"${label}" of the domainName has ${label.length} characters, and NetBIOS keeps 15`;
    return [`${problem}. Give a shortName of 1–15 characters.`];
  }
  if (/^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/.test(shortName)) return [];
  const allowed = '1–15 characters without \\ / : * ? " < > |, the first no dot';
  return [`shortName "${shortName}" is no NetBIOS name. Use ${allowed}.`];
}
