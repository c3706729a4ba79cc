import type { MountOptions } from "./windows-mount.ts";

/** Folder names that Windows takes as they stand; quotes are left out, for the agent hands them on to PowerShell. */
const folders = /^[^\\/:*?"'<>|\p{Cc}]*[^\\/:*?"'<>|\p{Cc}. ](?:\\[^\\/:*?"'<>|\p{Cc}]*[^\\/:*?"'<>|\p{Cc}. ])*$/u;

/** https://learn.microsoft.com/windows/win32/api/lmshare/ns-lmshare-share_info_502, 80 characters at most */
const shareName = /^[^\\/:*?"'<>|\p{Cc}[\]+=;,]{0,79}[^\\/:*?"'<>|\p{Cc}[\]+=;,. ]$/u;

/** What is wrong with a mount, each with what to do. */
export function windowsMountMistakes(containerPath: string, { share, directory }: MountOptions = {}): string[] {
  const mistakes = containerPathMistakes(containerPath);
  if (share !== undefined && !shareName.test(share)) {
    mistakes.push(`share "${share}" is no name of a share. Use one such as "share", without \\ and /.`);
  }
  if (directory !== undefined && !folders.test(directory)) {
    const fix = 'Write it from the share on, without the share and the first \\, as "orders\\incoming".';
    mistakes.push(`directory "${directory}" is no path of plain folder names. ${fix}`);
  }
  return mistakes;
}

/** C:\ itself cannot be mounted over (https://docs.docker.com/reference/dockerfile/#notes-about-specifying-volumes). */
function containerPathMistakes(path: string): string[] {
  const [, drive, rest] = /^([a-z]):\\(.*)$/is.exec(path) ?? [];
  if (drive === undefined || rest === undefined || !folders.test(rest)) {
    return [`"${path}" is no absolute path of plain folder names in a Windows container. Use one such as "C:\\data".`];
  }
  if (drive.toUpperCase() === "C") return [];
  return [`"${path}" is on drive ${drive}, and a Windows container has only C. Use "C:\\${rest}".`];
}
